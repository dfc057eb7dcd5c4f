import { accountFault, parseArn } from './arn';
import type { ArnFault } from './arn';
import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/** @public */
export type RoleArn = Readonly<{
  arn: string;
  partition: string;
  accountId: string;
  /** Begins and ends with a slash: `/`, `/service-role/`. */
  path: string;
  name: string;
}>;

/** @public */
export type RoleArnFault = ArnFault | 'not-iam' | 'not-a-role' | 'bad-account';

/**
 * Reads the ARN of an IAM role, with or without a path.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 *
 * @param text - what should be the ARN of a role
 * @returns its parts, or what is wrong with it in words
 * @public
 */
export function parseRoleArn(text: string): Parsed<RoleArn, RoleArnFault> {
  const result = parseArn(text);
  if (!result.ok) {
    return result.reason === 'not-an-arn'
      ? { ...result, fix: useRoleArn('aws', 'ACCOUNT') }
      : result;
  }
  const { arn, partition, service, region, accountId, resource } = result.value;
  const fault = accountFault(accountId);
  const fix = useRoleArn(partition, fault ? 'ACCOUNT' : accountId);

  if (service === 'sts' && resource.startsWith('assumed-role/')) {
    return malformed(
      'not-a-role',
      `'${arn}' is a session of a role, not the role`,
      fix,
    );
  }
  if (service !== 'iam') {
    return malformed(
      'not-iam',
      `'${arn}' belongs to ${service}, not to IAM`,
      fix,
    );
  }
  const [type, ...segments] = resource.split('/');
  const name = segments.pop() ?? '';
  if (type !== 'role' || name === '' || region !== '') {
    return malformed('not-a-role', `'${arn}' is not the ARN of a role`, fix);
  }
  if (fault) {
    return malformed('bad-account', `'${arn}': ${fault}`, fix);
  }
  if (!isRoleName(name)) {
    return malformed(
      'not-a-role',
      `'${arn}' is not the ARN of a role: its name is to be 1 to 64 letters, digits and characters of _+=,.@-`,
      fix,
    );
  }
  const path = `/${segments.map(segment => `${segment}/`).join('')}`;
  return parsed({ arn, partition, accountId, path, name });
}

/**
 * Task definitions name roles by ARN or by bare name. A name may carry the path of the role: `/app/checkout`.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 *
 * @param nameOrArn - as ECS returns it
 * @param owner - partition and account of the task, in which a bare name is looked up
 * @returns the ARN; an ARN comes back as it is
 * @public
 */
export function resolveRoleArn(
  nameOrArn: string,
  owner: Readonly<{ partition: string; accountId: string }>,
): string {
  const text = nameOrArn.trim();
  return text.startsWith('arn:')
    ? text
    : `arn:${owner.partition}:iam::${owner.accountId}:role/${text.replace(
        /^\/+/,
        '',
      )}`;
}

/**
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 *
 * @param name - without path
 * @returns whether IAM takes it for the name of a role
 * @public
 */
export function isRoleName(name: string): boolean {
  return /^[\w+=,.@-]{1,64}$/.test(name);
}

function useRoleArn(partition: string, accountId: string): string {
  return `Write the ARN of a role: arn:${partition}:iam::${accountId}:role/ROLE.`;
}
