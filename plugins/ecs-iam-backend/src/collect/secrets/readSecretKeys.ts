import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import {
  paginateDescribeParameters,
  type ParameterMetadata,
} from '@aws-sdk/client-ssm';
import type { SecretKey } from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { askOptional, askPagesOptional } from '../askOptional';
import { batches, inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { keyArn } from './keyArn';
import type { NamedSecrets } from './namedSecrets';

const PAGE = 50;

/** Whoever sees a gap need not know which secrets others have. */
const NOT_NAMED: readonly string[] = [];

/** Reads which keys encrypt the secrets and parameters; never what they hold. */
export async function* readSecretKeys(
  reading: Reading,
  { secrets, parameters }: NamedSecrets,
): AsyncGenerator<FactPage, void> {
  for (const page of batches(secrets, PAGE)) {
    const facts: SecretKey[] = [];
    for await (const keys of inOrder(page, AT_A_TIME, id =>
      describeSecret(reading, id),
    )) {
      facts.push(...keys);
    }
    if (facts.length > 0) yield { kind: 'secretKey', facts };
  }
  for (const page of batches(parameters.flatMap(writtenNames), PAGE)) {
    const facts = await describeParameters(reading, page);
    if (facts.length > 0) yield { kind: 'secretKey', facts };
  }
}

async function describeSecret(
  reading: Reading,
  id: string,
): Promise<readonly SecretKey[]> {
  const answer = await askOptional(
    reading,
    {
      api: 'secretsmanager:DescribeSecret',
      resources: NOT_NAMED,
      leavesIncomplete: ['secretKey'],
    },
    () =>
      reading.clients.secretsManager.send(
        new DescribeSecretCommand({ SecretId: id }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known || answer.value.ARN === undefined) return [];
  const { ARN, KmsKeyId } = answer.value;
  return [{ arn: ARN, keyArn: keyArn(KmsKeyId, reading.target) }];
}

/** A name within a hierarchy begins with a slash; of one without, an ARN does not tell. */
function writtenNames(name: string): readonly string[] {
  return name.includes('/') ? [`/${name}`] : [name, `/${name}`];
}

async function describeParameters(
  reading: Reading,
  names: readonly string[],
): Promise<readonly SecretKey[]> {
  const answer = await askPagesOptional(
    reading,
    {
      api: 'ssm:DescribeParameters',
      resources: NOT_NAMED,
      leavesIncomplete: ['secretKey'],
    },
    paginateDescribeParameters(
      { client: reading.clients.ssm, pageSize: 50 },
      {
        ParameterFilters: [
          { Key: 'Name', Option: 'Equals', Values: [...names] },
        ],
      },
      { abortSignal: reading.signal },
    ),
    page => page.Parameters,
  );
  return answer.known
    ? answer.value.flatMap(parameter => toSecretKey(parameter, reading))
    : [];
}

/** Only a `SecureString` is encrypted. */
function toSecretKey(
  { Name, Type, KeyId }: ParameterMetadata,
  { target }: Reading,
): readonly SecretKey[] {
  if (Name === undefined) return [];
  const { partition, region, accountId } = target;
  const name = Name.replace(/^\//, '');
  return [
    {
      arn: `arn:${partition}:ssm:${region}:${accountId}:parameter/${name}`,
      keyArn: Type === 'SecureString' ? keyArn(KeyId, target) : null,
    },
  ];
}
