import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import {
  paginateDescribeParameters,
  type ParameterMetadata,
} from '@aws-sdk/client-ssm';
import type { SecretKey } from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { askOptional, askPagesOptional } from '../askOptional';
import type { DailyShelf } from '../DailyShelf';
import { batches, inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { keyArn } from './keyArn';
import type { NamedSecrets } from './namedSecrets';

const PAGE = 50;

/** Whoever sees a gap need not know which secrets others have. */
const NOT_NAMED: readonly string[] = [];

/**
 * Reads which keys encrypt the secrets and parameters, never what they hold. An account can have ten thousand of them, which
 * are described one by one: so each is read once a day, and what was told stays stored until then.
 */
export async function* readSecretKeys(
  reading: Reading,
  shelf: DailyShelf,
  { secrets, parameters }: NamedSecrets,
): AsyncGenerator<FactPage, void> {
  const { target } = reading;
  const names = parameters.map(parameterName);
  shelf.keepOnly(target, new Set([...secrets, ...names]));
  const isDue = (id: string) => !shelf.knows(target, id);
  for (const page of batches(secrets.filter(isDue), PAGE)) {
    const described: SecretKeys[] = [];
    for await (const keys of inOrder(page, AT_A_TIME, id =>
      describeSecret(reading, id),
    )) {
      described.push(keys);
    }
    yield* keyPage(described.flatMap(({ facts }) => facts));
    // Not before they are written: a read that ends early begins with them again.
    page.forEach((id, index) => {
      if (described[index].isTold) shelf.keep(target, id);
    });
  }
  const due = parameters.filter(name => isDue(parameterName(name)));
  const refused = new Set<string>();
  for (const page of batches(due.flatMap(writtenNames), PAGE)) {
    const { facts, isTold } = await describeParameters(reading, page);
    yield* keyPage(facts);
    if (!isTold) page.forEach(name => refused.add(name));
  }
  for (const name of due) {
    if (!writtenNames(name).some(written => refused.has(written))) {
      shelf.keep(target, parameterName(name));
    }
  }
}

/** What AWS told of keys, if it did: also that there is no such secret. */
type SecretKeys = Readonly<{ facts: readonly SecretKey[]; isTold: boolean }>;

function* keyPage(facts: readonly SecretKey[]): Generator<FactPage> {
  if (facts.length > 0) yield { kind: 'secretKey', facts };
}

/** On the shelf, where secrets stand by ARN or name. */
function parameterName(name: string): string {
  return `parameter/${name}`;
}

async function describeSecret(
  reading: Reading,
  id: string,
): Promise<SecretKeys> {
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
  if (!answer.known) {
    return { facts: [], isTold: answer.because === 'NotFound' };
  }
  const { ARN, KmsKeyId } = answer.value;
  return {
    facts:
      ARN === undefined
        ? []
        : [{ arn: ARN, keyArn: keyArn(KmsKeyId, reading.target) }],
    isTold: true,
  };
}

/** A name within a hierarchy begins with a slash; of one without, an ARN does not tell. */
function writtenNames(name: string): readonly string[] {
  return name.includes('/') ? [`/${name}`] : [name, `/${name}`];
}

async function describeParameters(
  reading: Reading,
  names: readonly string[],
): Promise<SecretKeys> {
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
  return {
    facts: answer.known
      ? answer.value.flatMap(parameter => toSecretKey(parameter, reading))
      : [],
    isTold: answer.known,
  };
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
