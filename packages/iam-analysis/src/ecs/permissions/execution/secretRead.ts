import { accountFault } from '../../names/arn';
import {
  parseSecretReference,
  type SecretLocation,
} from '../../names/secretReference';
import type { SecretKey } from '../../service';
import { isRegion, ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import type { NeedRow } from '../permission';
import {
  nameIn,
  resolved,
  unresolvable,
  unresolvableFor,
  variableIn,
  type Resolved,
} from '../resolved';

export type SecretService = 'ssm' | 'secretsmanager';

/** A secret or parameter that the agent reads. */
export type SecretRead = Readonly<{
  row: NeedRow;
  service: SecretService;
  /** As a policy names it: a pattern, or two, where the ARN is not known to the end. */
  resources: readonly string[];
  /** As it is asked for. */
  probe: string;
  /** Of them, what may be meant in place of the probe. */
  possible: string | null;
  /** A pattern that names nothing but this secret either: the six characters change when it is made again. */
  lasting: string | null;
  /** For people. */
  name: string;
  region: string;
  accountId: string;
  /** What encrypts it; `null`: it was not read. */
  key: SecretKey | null;
}>;

type Reading = Pick<NeedsInput, 'home' | 'secretKeys'>;

/**
 * Row E12: all forms of `valueFrom`.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
 *
 * @param valueFrom - as the field has it
 * @param input - where bare names are looked up, and what is known of the secrets
 * @returns one read, or two for a parameter that stands for a secret
 */
export function secretReadsOf(
  valueFrom: string,
  input: Reading,
): Resolved<readonly SecretRead[]> {
  const text = valueFrom.trim();
  if (text === '') {
    return unresolvable('the field is empty: name a secret or a parameter');
  }
  const variable = variableIn(text, 'the reference');
  if (variable !== null) {
    return variable;
  }
  if (WILDCARD_OR_QUOTE.test(text)) {
    return unresolvable(
      `'${text}' holds characters that no name of a secret or parameter has: correct it`,
    );
  }
  const location = parseSecretReference(text, input.home);
  if (!location.ok) {
    return unresolvableFor(location);
  }
  const { region, accountId } = location.value;
  if (!text.startsWith('arn:')) {
    const own = ownArn(input.home, 'ssm', 'parameter');
    return own.ok ? resolved(readsOf(location.value, text, input)) : own;
  }
  const fault = accountFault(accountId);
  return fault === null && isRegion(region)
    ? resolved(readsOf(location.value, text, input))
    : unresolvable(
        `'${text}' names no secret or parameter, for ${
          fault ?? `'${region}' is not a region`
        }: correct it`,
      );
}

const WILDCARD_OR_QUOTE = /[*?"'`<>\s,;{}]/;

/**
 * A bare name of a secret, as `repositoryCredentials` takes it when the secret is in the region of the task.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
export function secretReadByName(
  written: string,
  input: Reading,
): Resolved<SecretRead> {
  const name = nameIn(written.trim(), 'the secret', /^[\w/+=.@!-]{1,512}$/);
  if (!name.ok) {
    return name;
  }
  const { home } = input;
  const arn = ownArn(home, 'secretsmanager', `secret:${name.value}`);
  return arn.ok
    ? resolved(
        withoutSuffix('E5', arn.value, name.value, {
          ...home,
          secretKeys: input.secretKeys,
        }),
      )
    : arn;
}

type Place = Readonly<{ region: string; accountId: string }> &
  Pick<NeedsInput, 'secretKeys'>;

function readsOf(
  location: SecretLocation,
  text: string,
  { secretKeys }: Reading,
): readonly SecretRead[] {
  const { region, accountId, arn } = location;
  const place = { region, accountId, secretKeys };
  switch (location.kind) {
    case 'ssm-parameter':
      return [
        parameterRead(
          text.startsWith('arn:') ? 'E12b' : 'E12a',
          arn,
          location.name,
          place,
        ),
      ];
    case 'secret':
      return [secretRead(location, place)];
    case 'secret-by-parameter':
      return [
        {
          ...parameterRead('E12d', arn, location.secretName, place),
          // What is encrypted is the secret.
          key: { arn, keyArn: null },
        },
        withoutSuffix(
          'E12d',
          location.secretArnPattern.replace(/-\?{6}$/, ''),
          location.secretName,
          place,
        ),
      ];
    default:
      return location satisfies never;
  }
}

function parameterRead(
  row: NeedRow,
  arn: string,
  name: string,
  { region, accountId, secretKeys }: Place,
): SecretRead {
  return {
    row,
    service: 'ssm',
    resources: [arn],
    probe: arn,
    possible: null,
    lasting: null,
    name,
    region,
    accountId,
    key: secretKeys.get(arn) ?? null,
  };
}

// Six letters after a hyphen can be the end of the name itself. Then the secret was read under a longer ARN; where it was
// not read, a word or a number is more likely to be one than six random characters, and nothing tells for sure.
function secretRead(
  { arn, name, hasSuffix }: Extract<SecretLocation, { kind: 'secret' }>,
  place: Place,
): SecretRead {
  const { region, accountId, secretKeys } = place;
  const key = secretKeys.get(arn) ?? null;
  if (!hasSuffix || (key === null && longerArn(arn, secretKeys) !== null)) {
    return withoutSuffix('E12c', arn, name, place);
  }
  const isWord = key === null && /-([a-z]{6}|\d{6})$/.test(arn);
  return {
    row: 'E12c',
    service: 'secretsmanager',
    resources: isWord ? [arn, `${arn}-??????`] : [arn],
    probe: arn,
    possible: isWord ? `${arn}-??????` : null,
    lasting: arn.replace(/-[A-Za-z0-9]{6}$/, '-??????'),
    name: isWord ? name : name.replace(/-\w{6}$/, ''),
    region,
    accountId,
    key,
  };
}

/** A secret whose ARN is not known to the end: Secrets Manager appends a hyphen and six characters to the name. */
function withoutSuffix(
  row: NeedRow,
  arn: string,
  name: string,
  { region, accountId, secretKeys }: Place,
): SecretRead {
  const key = longerArn(arn, secretKeys);
  return {
    row,
    service: 'secretsmanager',
    resources: [`${arn}-??????`],
    probe: key?.arn ?? `${arn}-AbCdEf`,
    possible: key === null ? `${arn}-??????` : null,
    lasting: null,
    name,
    region,
    accountId,
    key,
  };
}

function longerArn(
  arn: string,
  secretKeys: NeedsInput['secretKeys'],
): SecretKey | null {
  let index = byShorterArn.get(secretKeys);
  if (index === undefined) {
    index = new Map();
    for (const key of secretKeys.values()) {
      const shorter = key.arn.replace(/-[A-Za-z0-9]{6}$/, '');
      if (shorter !== key.arn && !index.has(shorter)) {
        index.set(shorter, key);
      }
    }
    byShorterArn.set(secretKeys, index);
  }
  return index.get(arn) ?? null;
}

// An account has thousands of secrets, and each of its services asks.
const byShorterArn = new WeakMap<
  NeedsInput['secretKeys'],
  Map<string, SecretKey>
>();
