import {
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  type IAMClient,
} from '@aws-sdk/client-iam';
import {
  known,
  unknown,
  type Known,
  type RolePolicy,
} from '@ecs-iam/iam-analysis';
import { ask, askPages, type Asker } from './ask';
import type { ReadPolicy } from './managedPolicies';
import { decodeDocument } from './policyDocument';

/** Gives a managed policy, read now or a while ago. */
export type ManagedPolicies = (arn: string) => Promise<ReadPolicy>;

export type PolicyReader = Readonly<{
  iam: IAMClient;
  managedPolicies: ManagedPolicies;
}> &
  Pick<Asker, 'gaps'>;

/**
 * Reads the inline and the attached policies of a role. When one of the two lists cannot be read the whole is unknown,
 * because half a list would look like all of it; a single document that cannot be read is unknown by itself.
 *
 * @param role - the ARN for gaps, and the name by which IAM is asked
 */
export async function readRolePolicies(
  reader: PolicyReader,
  role: Readonly<{ arn: string; name: string }>,
): Promise<Known<readonly RolePolicy[]>> {
  const [inline, attached] = await Promise.all([
    readInline(reader, role),
    readAttached(reader, role),
  ]);
  if (!inline.known) return inline;
  if (!attached.known) return attached;
  return known([...inline.value, ...attached.value]);
}

async function readInline(
  reader: PolicyReader,
  { arn, name }: Readonly<{ arn: string; name: string }>,
): Promise<Known<readonly RolePolicy[]>> {
  const { items, failure } = await askPages(
    reader,
    { api: 'iam:ListRolePolicies', resources: [arn], leavesIncomplete: [] },
    paginateListRolePolicies({ client: reader.iam }, { RoleName: name }),
    page => page.PolicyNames,
  );
  if (failure) return failure;
  const policies = await Promise.all(
    items.map(async (policyName): Promise<RolePolicy> => {
      const answer = await ask(
        reader,
        { api: 'iam:GetRolePolicy', resources: [arn], leavesIncomplete: [] },
        () =>
          reader.iam.send(
            new GetRolePolicyCommand({
              RoleName: name,
              PolicyName: policyName,
            }),
          ),
      );
      return {
        kind: 'inline',
        name: policyName,
        arn: null,
        versionId: null,
        document: answer.known
          ? toDocument(answer.value.PolicyDocument)
          : answer,
      };
    }),
  );
  return known(policies);
}

function toDocument(text: string | undefined): Known<string> {
  return text === undefined
    ? unknown('NoDocument')
    : known(decodeDocument(text));
}

async function readAttached(
  reader: PolicyReader,
  { arn, name }: Readonly<{ arn: string; name: string }>,
): Promise<Known<readonly RolePolicy[]>> {
  const { items, failure } = await askPages(
    reader,
    {
      api: 'iam:ListAttachedRolePolicies',
      resources: [arn],
      leavesIncomplete: [],
    },
    paginateListAttachedRolePolicies(
      { client: reader.iam },
      { RoleName: name },
    ),
    page => page.AttachedPolicies,
  );
  if (failure) return failure;
  const arns = items.flatMap(({ PolicyArn }) => PolicyArn ?? []);
  return known(await Promise.all(arns.map(each => managed(reader, each))));
}

/** Takes a managed policy with its gaps. */
export async function managed(
  reader: PolicyReader,
  arn: string,
): Promise<RolePolicy> {
  const { policy, gaps } = await reader.managedPolicies(arn);
  gaps.all().forEach(gap => reader.gaps.add(gap));
  return policy;
}
