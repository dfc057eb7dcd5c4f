import { count } from '../../needs/phrases';
import { partitionOf } from '../../names/partitionOf';
import { resolveKeyArn } from '../arns/keyArn';
import type { NeedsInput } from '../derivation';
import { SECRETS_FAILURE } from '../failures';
import type {
  AcceptedPermission,
  NeedRow,
  PermissionNeed,
  RoleNeeds,
  UnresolvedNeed,
} from '../permission';
import type { Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import type { SecretRead, SecretService } from './secretRead';

/** A field that names a secret or parameter. */
export type SecretField = Readonly<{
  because: string;
  /** What it names, or why that cannot be told. */
  reads: Resolved<readonly SecretRead[]>;
  /** The row for what cannot be told. */
  row: NeedRow;
  /** What the actions may be then. */
  actions: readonly string[];
  /** For people: "reads a secret". */
  phrase: string;
}>;

type FieldRead = SecretRead & Readonly<{ because: string }>;

const ACTIONS: Readonly<Record<SecretService, string>> = {
  ssm: 'ssm:GetParameters',
  secretsmanager: 'secretsmanager:GetSecretValue',
};

const NOUNS: Readonly<Record<SecretService, string>> = {
  ssm: 'SSM parameter',
  secretsmanager: 'secret',
};

export const READ_SECRETS = Object.values(ACTIONS);

/**
 * What reading secrets and parameters needs, with the keys that encrypt them. It needs an execution role everywhere: "the
 * task definition is referencing sensitive data".
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 *
 * @param fields - in order
 */
export function secretReads(
  fields: readonly SecretField[],
  { home }: NeedsInput,
): RoleNeeds {
  if (fields.length === 0) {
    return NOTHING;
  }
  const reads = fields.flatMap(({ because, reads: found }) =>
    found.ok ? found.value.map(read => ({ ...read, because })) : [],
  );
  return uniteNeeds([
    roleNeeds({
      required: true,
      needs: reads.map(read => readNeed(read, home.accountId)),
      accepted: reads.flatMap(lastingName),
      unresolved: fields.flatMap(unresolvedRead),
    }),
    keyNeeds(reads),
  ]);
}

function readNeed(read: FieldRead, ownAccount: string): PermissionNeed {
  const { row, service, resources, probe, possible } = read;
  const { because, name, accountId } = read;
  const isForeign = ownAccount !== '' && accountId !== ownAccount;
  return needOf({
    row,
    actions: [ACTIONS[service]],
    resources,
    ...(resources.join() === probe ? {} : { probes: [probe] }),
    ...(possible === null ? {} : { possible: [possible] }),
    because,
    phrase: `reads ${NOUNS[service]} ${name}`,
    failure: SECRETS_FAILURE,
    alsoNeeds: isForeign
      ? `the ${
          service === 'ssm' ? 'share of the parameter' : 'policy of the secret'
        } in account ${accountId}`
      : null,
  });
}

// Secrets Manager advises to leave the six characters open in policies.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
function lastingName({
  service,
  lasting,
}: FieldRead): readonly AcceptedPermission[] {
  return lasting === null
    ? []
    : [
        {
          actions: [ACTIONS[service]],
          resources: [lasting],
          why: 'the six characters at its end change when the secret is made again',
        },
      ];
}

function unresolvedRead(field: SecretField): readonly UnresolvedNeed[] {
  const { row, because, phrase, reads, actions } = field;
  return reads.ok
    ? []
    : [{ row, certain: true, because, phrase, why: reads.why, actions }];
}

/** Row E12e. Keys of AWS's own need nothing. */
function keyNeeds(reads: readonly FieldRead[]): RoleNeeds {
  return roleNeeds({
    needs: reads.flatMap(decryptNeed),
    unresolved: [
      ...reads.flatMap(unnamedKey),
      ...unreadKeys(reads.filter(({ key }) => key === null)),
    ],
  });
}

function decryptNeed(read: FieldRead): readonly PermissionNeed[] {
  const { key, because, name } = read;
  const keyArn = key?.keyArn ? resolveKeyArn(key.keyArn) : null;
  if (!keyArn?.ok) {
    return [];
  }
  const service = viaService(read);
  return [
    needOf({
      row: 'E12e',
      actions: ['kms:Decrypt'],
      resources: [keyArn.value],
      conditions:
        service === null
          ? []
          : [
              {
                operator: 'StringEquals',
                set: null,
                ifExists: false,
                key: VIA_SERVICE,
                values: [service],
              },
            ],
      context: service === null ? {} : { [VIA_SERVICE]: service },
      because,
      phrase: `decrypts ${name} with its KMS key`,
      failure: `${SECRETS_FAILURE}: Access to KMS is not allowed`,
      alsoNeeds: 'the policy of the key',
    }),
  ];
}

const VIA_SERVICE = 'kms:ViaService';

// Documented as SERVICE.REGION.amazonaws.com. For partitions with another domain AWS prints no value, so none is proposed.
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
function viaService({ service, region }: SecretRead): string | null {
  return ['aws', 'aws-us-gov'].includes(partitionOf(region))
    ? `${service}.${region}.amazonaws.com`
    : null;
}

function unnamedKey({
  key,
  because,
  name,
}: FieldRead): readonly UnresolvedNeed[] {
  const keyArn = key?.keyArn ? resolveKeyArn(key.keyArn) : null;
  return keyArn === null || keyArn.ok
    ? []
    : [
        {
          row: 'E12e',
          certain: true,
          because,
          phrase: `decrypts ${name} with its KMS key`,
          why: keyArn.why,
          actions: ['kms:Decrypt'],
        },
      ];
}

// One for all of them: it is the same question for each.
function unreadKeys(reads: readonly FieldRead[]): readonly UnresolvedNeed[] {
  const services = SERVICES.filter(each =>
    reads.some(({ service }) => service === each),
  );
  const amount = new Set(reads.map(({ probe }) => probe)).size;
  return reads.slice(0, 1).map(({ because }) => ({
    row: 'E12e',
    certain: false,
    because,
    phrase: `decrypts ${services
      .map(each => encrypted(reads, each))
      .join(' and ')}`,
    why: `${
      amount === 1 ? 'it' : 'each of them'
    } may be encrypted with a key of your own: with ${services
      .map(each => READ_KEY[each])
      .join(' and ')} that is read`,
    actions: ['kms:Decrypt'],
  }));
}

function encrypted(
  reads: readonly FieldRead[],
  service: SecretService,
): string {
  const found = reads.filter(each => each.service === service);
  const amount = new Set(found.map(({ probe }) => probe)).size;
  return amount === 1
    ? `${NOUNS[service]} ${found[0].name}`
    : count(amount, NOUNS[service]);
}

const SERVICES: readonly SecretService[] = ['secretsmanager', 'ssm'];

const READ_KEY: Readonly<Record<SecretService, string>> = {
  ssm: 'ssm:DescribeParameters',
  secretsmanager: 'secretsmanager:DescribeSecret',
};
