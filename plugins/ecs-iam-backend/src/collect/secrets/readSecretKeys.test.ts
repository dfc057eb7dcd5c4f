import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import {
  DescribeParametersCommand,
  type ParameterMetadata,
} from '@aws-sdk/client-ssm';
import {
  anyAccess,
  awsError,
  mockAws,
  mockFleet,
  production,
} from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const secretArn = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`;
const parameterArn = (name: string) =>
  `arn:aws:ssm:eu-west-1:111122223333:parameter/${name}`;
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';

/** A service whose task names these secrets. */
function mockNames(...names: readonly string[]) {
  const app: ContainerDefinition = {
    name: 'app',
    image: 'nginx',
    secrets: names.map((valueFrom, index) => ({
      name: `SECRET_${index}`,
      valueFrom,
    })),
  };
  mockFleet(aws, { definition: { containerDefinitions: [app] } });
  aws.secretsManager
    .on(DescribeSecretCommand)
    .callsFake(({ SecretId }) => ({ ARN: SecretId, KmsKeyId: '1234abcd' }));
}

const mockParameters = (...Parameters: readonly ParameterMetadata[]) =>
  aws.ssm
    .on(DescribeParametersCommand)
    .resolves({ Parameters: [...Parameters] });

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('tells the key of each secret, under its whole ARN', async () => {
  mockNames(secretArn('db'), secretArn('mail').replace('-AbCdEf', ''));
  aws.secretsManager
    .on(DescribeSecretCommand, { SecretId: secretArn('db') })
    .resolves({ ARN: secretArn('db'), KmsKeyId: 'alias/aws/secretsmanager' })
    .on(DescribeSecretCommand, {
      SecretId: secretArn('mail').replace('-AbCdEf', ''),
    })
    .resolves({ ARN: secretArn('mail'), KmsKeyId: '1234abcd' });

  const { secretKey, gaps } = await collect();

  expect(secretKey).toEqual([
    { arn: secretArn('db'), keyArn: null },
    { arn: secretArn('mail'), keyArn: KEY },
  ]);
  expect(gaps).toEqual([]);
});

it('tells the key of each parameter that is encrypted', async () => {
  mockNames('/shop/db', '/shop/name', '/shop/own', 'mode');
  mockParameters(
    { Name: '/shop/db', Type: 'SecureString', KeyId: KEY },
    { Name: '/shop/name', Type: 'String', KeyId: KEY },
    { Name: '/shop/own', Type: 'SecureString', KeyId: 'alias/aws/ssm' },
    { Name: 'mode', Type: 'StringList' },
    { Type: 'String' },
  );

  const { secretKey } = await collect();

  expect(secretKey).toEqual([
    { arn: parameterArn('shop/db'), keyArn: KEY },
    { arn: parameterArn('shop/name'), keyArn: null },
    { arn: parameterArn('shop/own'), keyArn: null },
    { arn: parameterArn('mode'), keyArn: null },
  ]);
});

it('asks for parameters by the names under which they may be written, fifty at a time, page by page', async () => {
  const names = Array.from({ length: 49 }, (_, index) => `/shop/${index}`);
  mockNames(...names, parameterArn('mode'));
  aws.ssm
    .on(DescribeParametersCommand)
    .resolvesOnce({ Parameters: [{ Name: names[0] }], NextToken: 'more' })
    .resolvesOnce({ Parameters: [{ Name: names[1] }] })
    .resolves({ Parameters: [] });

  const { secretKey } = await collect();

  expect(secretKey.map(({ arn }) => arn)).toEqual([
    parameterArn('shop/0'),
    parameterArn('shop/1'),
  ]);
  const inputs = aws.ssm
    .commandCalls(DescribeParametersCommand)
    .map(({ args }) => args[0].input);
  expect(inputs.map(({ MaxResults }) => MaxResults)).toEqual([50, 50, 50]);
  expect(inputs.map(({ ParameterFilters }) => ParameterFilters)).toEqual([
    [{ Key: 'Name', Option: 'Equals', Values: [...names, 'mode'] }],
    [{ Key: 'Name', Option: 'Equals', Values: [...names, 'mode'] }],
    [{ Key: 'Name', Option: 'Equals', Values: ['/mode'] }],
  ]);
});

it('makes no call where nothing is named', async () => {
  mockNames();

  await collect();

  expect(aws.secretsManager.calls()).toEqual([]);
  expect(aws.ssm.calls()).toEqual([]);
});

it('knows nothing of a secret that was deleted, and makes no gap', async () => {
  mockNames(secretArn('db'));
  aws.secretsManager
    .on(DescribeSecretCommand)
    .rejects(awsError('ResourceNotFoundException'));

  const { secretKey, gaps } = await collect();

  expect([secretKey, gaps]).toEqual([[], []]);
});

it('knows the other secrets where one has a policy that denies it', async () => {
  mockNames(secretArn('db'), secretArn('mail'));
  aws.secretsManager
    .on(DescribeSecretCommand, { SecretId: secretArn('db') })
    .rejects(awsError('AccessDeniedException'));

  const { secretKey, gaps } = await collect();

  expect(secretKey).toEqual([{ arn: secretArn('mail'), keyArn: KEY }]);
  expect(gaps).toEqual([]);
});

it.each(['AccessDeniedException', 'UnknownOperationException'])(
  'makes no gap of %s, and does not go on asking for hundreds of secrets',
  async code => {
    mockNames(
      ...Array.from({ length: 300 }, (_, index) => secretArn(`db${index}`)),
      '/shop/db',
    );
    aws.secretsManager.on(DescribeSecretCommand).rejects(awsError(code));
    aws.ssm.on(DescribeParametersCommand).rejects(awsError(code));

    const { secretKey, gaps } = await collect();

    expect([secretKey, gaps]).toEqual([[], []]);
    expect(aws.secretsManager.calls().length).toBeLessThan(15);
  },
);

it('makes a gap of throttling that names no secret, and keeps what was read', async () => {
  mockNames(secretArn('db'), secretArn('mail'), '/shop/db');
  aws.secretsManager
    .on(DescribeSecretCommand, { SecretId: secretArn('db') })
    .rejects(awsError('ThrottlingException', 'Rate exceeded'));
  aws.ssm
    .on(DescribeParametersCommand)
    .rejects(awsError('ThrottlingException', 'Rate exceeded'));

  const { secretKey, gaps } = await collect();

  expect(secretKey).toEqual([{ arn: secretArn('mail'), keyArn: KEY }]);
  const throttled = {
    because: 'Throttled',
    message: 'Rate exceeded',
    resources: [],
    leavesIncomplete: ['secretKey'],
  };
  expect(gaps).toEqual([
    { ...throttled, api: 'secretsmanager:DescribeSecret' },
    { ...throttled, api: 'ssm:DescribeParameters' },
  ]);
});

describe('once a day', () => {
  const HOUR = 60 * 60 * 1000;
  const KEPT = { arn: secretArn('db'), keyArn: KEY };

  /** Reads again and again, at the hours of a day. */
  function aReader() {
    let hour = 0;
    const collector = AwsCollector.create({
      access: anyAccess,
      clock: { now: () => hour * HOUR, sleep: async () => {} },
    });
    const made = () =>
      [aws.secretsManager, aws.ssm].map(mock => mock.calls().length);
    return async (at: number) => {
      hour = at;
      const before = made();
      const { secretKey, gaps } = await collectAll(collector, production);
      const calls = made().map((count, index) => count - before[index]);
      return { secretKey, gaps, calls };
    };
  }

  it('asks for secrets and parameters again after a day, and for new ones at once', async () => {
    const read = aReader();
    mockNames(secretArn('db'), '/shop/db', 'mode');
    mockParameters({ Name: '/shop/db', Type: 'SecureString', KeyId: KEY });
    expect(await read(0)).toMatchObject({
      secretKey: [KEPT, { arn: parameterArn('shop/db') }],
      calls: [1, 1],
    });
    expect(await read(23)).toEqual({ secretKey: [], gaps: [], calls: [0, 0] });
    mockNames(secretArn('db'), '/shop/db', 'mode', secretArn('mail'), 'flag');
    expect(await read(23)).toMatchObject({
      secretKey: [{ arn: secretArn('mail') }, { arn: parameterArn('shop/db') }],
      calls: [1, 1],
    });
    expect((await read(24)).calls).toEqual([1, 1]);
  });

  it('asks no more for what does not exist', async () => {
    const read = aReader();
    mockNames(secretArn('db'));
    aws.secretsManager
      .on(DescribeSecretCommand)
      .rejects(awsError('ResourceNotFoundException'));
    expect((await read(0)).calls).toEqual([1, 0]);
    expect((await read(1)).calls).toEqual([0, 0]);
  });

  it.each(['AccessDeniedException', 'ThrottlingException'])(
    'asks again for what was not told (%s)',
    async code => {
      const read = aReader();
      mockNames(secretArn('db'), 'mode');
      aws.secretsManager.on(DescribeSecretCommand).rejectsOnce(awsError(code));
      aws.ssm
        .on(DescribeParametersCommand)
        .rejectsOnce(awsError(code))
        .resolves({ Parameters: [] });
      expect(await read(0)).toMatchObject({ secretKey: [], calls: [1, 1] });
      mockNames(secretArn('db'), 'mode');
      expect(await read(1)).toMatchObject({ secretKey: [KEPT], calls: [1, 1] });
      expect((await read(2)).calls).toEqual([0, 0]);
    },
  );
});
