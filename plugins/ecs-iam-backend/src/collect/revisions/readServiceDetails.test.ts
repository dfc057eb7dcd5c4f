import {
  DescribeExpressGatewayServiceCommand,
  DescribeGatewayCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  ListServicesCommand,
  type ServiceRevision,
} from '@aws-sdk/client-ecs';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anSdkService,
  anyAccess,
  awsError,
  mockAws,
  mockFleet,
  production,
  SERVICE,
} from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const revisionArn = (id: number | string) =>
  `arn:aws:ecs:eu-west-1:111122223333:service-revision/shop/checkout/${id}`;
const GATEWAY = 'arn:aws:ecs:eu-west-1:111122223333:gateway/public';
const GATEWAY_ROLE = 'arn:aws:iam::111122223333:role/gateway';
const EXPRESS_ROLE = 'arn:aws:iam::111122223333:role/express';

/** A service with these current revisions. */
function mockRevisions(...revisions: readonly Partial<ServiceRevision>[]) {
  mockFleet(aws, {
    service: {
      currentServiceRevisions: revisions.map((_, index) => ({
        arn: revisionArn(index),
      })),
    },
  });
  aws.ecs.on(DescribeServiceRevisionsCommand).resolves({
    serviceRevisions: revisions.map((revision, index) => ({
      serviceRevisionArn: revisionArn(index),
      ...revision,
    })),
  });
  aws.ecs.on(DescribeGatewayCommand).resolves({
    gateway: { gatewayArn: GATEWAY, infrastructureRoleArn: GATEWAY_ROLE },
  });
}

const behindGateway: Partial<ServiceRevision> = {
  gatewayConnectors: [{ portName: 'http' }],
  ecsManagedResources: {
    gatewayConnections: [{ gatewayArn: GATEWAY, portName: 'http' }],
  },
};

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

describe('GuardDuty', () => {
  it.each([
    { runs: 'a revision that it watches', flags: [true], watched: true },
    { runs: 'one that it does not watch', flags: [false], watched: false },
    { runs: 'one that says nothing', flags: [undefined], watched: false },
    {
      runs: 'two, of which it watches one',
      flags: [false, true],
      watched: true,
    },
  ])('of a service that runs $runs: $watched', async ({ flags, watched }) => {
    mockRevisions(...flags.map(guardDutyEnabled => ({ guardDutyEnabled })));

    const { service, gaps } = await collect();

    expect(service[0].guardDuty).toEqual(known(watched));
    expect(gaps).toEqual([]);
  });

  it('is not known of a service without a service revision, and no call is made', async () => {
    mockFleet(aws);

    const { service } = await collect();

    expect(service[0].guardDuty).toEqual(unknown('NoServiceRevision'));
    expect(aws.ecs.commandCalls(DescribeServiceRevisionsCommand)).toEqual([]);
  });

  it('is not known when one of two revisions is not described', async () => {
    mockRevisions({ guardDutyEnabled: true }, {});
    aws.ecs.on(DescribeServiceRevisionsCommand).resolves({
      serviceRevisions: [{ serviceRevisionArn: revisionArn(0) }],
      failures: [{ arn: revisionArn(1), reason: 'MISSING' }],
    });

    const { service, gaps } = await collect();

    expect(service[0].guardDuty).toEqual(unknown('MISSING'));
    expect(gaps).toEqual([]);
  });

  it('is not known, and a gap names the service, when one is left out for another reason', async () => {
    mockRevisions({});
    aws.ecs.on(DescribeServiceRevisionsCommand).resolves({
      failures: [{ arn: revisionArn(0), reason: 'UNAVAILABLE' }],
    });

    const { service, gaps } = await collect();

    expect(service[0].guardDuty).toEqual(unknown('UNAVAILABLE'));
    expect(gaps).toEqual([
      expect.objectContaining({
        api: 'ecs:DescribeServiceRevisions',
        because: 'UNAVAILABLE',
        resources: [SERVICE],
      }),
    ]);
  });

  it.each(['AccessDeniedException', 'UnknownOperationException'])(
    'is not known where revisions are refused with %s, which is no gap',
    async code => {
      mockRevisions({});
      aws.ecs.on(DescribeServiceRevisionsCommand).rejects(awsError(code));

      const { service, gaps } = await collect();

      expect(service[0].guardDuty).toEqual(
        unknown(code.replace('Exception', ''), 'ecs:DescribeServiceRevisions'),
      );
      expect(gaps).toEqual([]);
    },
  );

  it('is not known, and a gap is made, when revisions are throttled', async () => {
    mockRevisions({});
    aws.ecs
      .on(DescribeServiceRevisionsCommand)
      .rejects(awsError('ThrottlingException', 'Rate exceeded'));

    const { service, gaps } = await collect();

    expect(service[0].guardDuty).toEqual(unknown('Throttled'));
    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeServiceRevisions',
        because: 'Throttled',
        message: 'Rate exceeded',
        resources: [SERVICE],
        leavesIncomplete: ['role'],
      },
    ]);
  });
});

it('asks for twenty revisions at a time', async () => {
  mockFleet(aws);
  const services = Array.from({ length: 10 }, (_, index) =>
    anSdkService({
      serviceArn: `${SERVICE}${index}`,
      currentServiceRevisions: [0, 1, 2].map(each => ({
        arn: revisionArn(`${index}-${each}`),
      })),
    }),
  );
  aws.ecs.on(DescribeServicesCommand).resolves({ services });
  aws.ecs.on(DescribeServiceRevisionsCommand).resolves({});

  await collect();

  expect(
    aws.ecs
      .commandCalls(DescribeServiceRevisionsCommand)
      .map(({ args }) => args[0].input.serviceRevisionArns?.length),
  ).toEqual([20, 10]);
});

describe('the role of a gateway', () => {
  it('is named by the gateway to which ECS connected the revision', async () => {
    mockRevisions(behindGateway);

    const { service, role } = await collect();

    expect(service[0].namedRoles).toEqual([
      { slot: 'gateway', roleArn: GATEWAY_ROLE },
    ]);
    expect(role.map(({ arn }) => arn)).toContain(GATEWAY_ROLE);
  });

  it('is asked for once for all services behind it', async () => {
    mockRevisions(behindGateway);
    aws.ecs.on(ListServicesCommand).resolves({
      serviceArns: Array.from({ length: 25 }, (_, i) => `${SERVICE}${i}`),
    });

    await collect();

    expect(
      aws.ecs
        .commandCalls(DescribeGatewayCommand)
        .map(({ args }) => args[0].input),
    ).toEqual([{ gateway: GATEWAY }]);
  });

  it.each([
    {
      of: 'a connector that is not connected yet',
      revision: { gatewayConnectors: [{ portName: 'http' }] },
    },
    { of: 'a revision without a connector', revision: {} },
  ])('is not asked for: $of', async ({ revision }) => {
    mockRevisions(revision);

    await collect();

    expect(aws.ecs.commandCalls(DescribeGatewayCommand)).toEqual([]);
  });

  it.each([
    ['AccessDeniedException', 0],
    ['GatewayNotFoundException', 0],
    ['ServerException', 1],
  ])('is missing after %s, with %i gaps', async (code, count) => {
    mockRevisions(behindGateway);
    aws.ecs.on(DescribeGatewayCommand).rejects(awsError(code));

    const { service, gaps } = await collect();

    expect(service[0].namedRoles).toEqual([]);
    expect(gaps).toHaveLength(count);
  });
});

describe('the infrastructure role of Express Mode', () => {
  it('is asked for of a service that it runs', async () => {
    mockFleet(aws, { service: { resourceManagementType: 'ECS' } });
    aws.ecs.on(DescribeExpressGatewayServiceCommand).resolves({
      service: { infrastructureRoleArn: EXPRESS_ROLE },
    });

    const { service, role } = await collect();

    expect(service[0]).toMatchObject({
      express: true,
      namedRoles: [{ slot: 'infrastructure-express', roleArn: EXPRESS_ROLE }],
    });
    expect(role.map(({ arn }) => arn)).toContain(EXPRESS_ROLE);
    expect(
      aws.ecs
        .commandCalls(DescribeExpressGatewayServiceCommand)
        .map(({ args }) => args[0].input),
    ).toEqual([{ serviceArn: SERVICE }]);
  });

  it.each(['CUSTOMER', undefined] as const)(
    'is not asked for of a service whose resources are managed by %s',
    async resourceManagementType => {
      mockFleet(aws, { service: { resourceManagementType } });

      const { service } = await collect();

      expect(service[0].express).toBe(false);
      expect(
        aws.ecs.commandCalls(DescribeExpressGatewayServiceCommand),
      ).toEqual([]);
    },
  );

  it.each(['AccessDeniedException', 'UnknownOperationException'])(
    'is missing after %s, which is no gap',
    async code => {
      mockFleet(aws, { service: { resourceManagementType: 'ECS' } });
      aws.ecs.on(DescribeExpressGatewayServiceCommand).rejects(awsError(code));

      const { service, gaps } = await collect();

      expect(service[0]).toMatchObject({ express: true, namedRoles: [] });
      expect(gaps).toEqual([]);
    },
  );
});
