import { DescribePullThroughCacheRulesCommand } from '@aws-sdk/client-ecr';
import {
  DescribeCapacityProvidersCommand,
  DescribeContainerInstancesCommand,
  DescribeExpressGatewayServiceCommand,
  DescribeServiceRevisionsCommand,
  ListContainerInstancesCommand,
  ListDaemonsCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import {
  DescribeInstanceInformationCommand,
  DescribeParametersCommand,
} from '@aws-sdk/client-ssm';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anyAccess,
  awsError,
  CLUSTER,
  mockAws,
  mockFleet,
  production,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();
const HOST = `${CLUSTER.replace(':cluster/', ':container-instance/')}/1`;

/** A fleet that gives a reason for every optional call, all of which end in the error. */
function mockRefused(error: Error) {
  mockFleet(aws, {
    cluster: {
      registeredContainerInstancesCount: 1,
      capacityProviders: ['managed'],
    },
    service: {
      resourceManagementType: 'ECS',
      currentServiceRevisions: [{ arn: 'arn:revision' }],
    },
    definition: {
      containerDefinitions: [
        {
          name: 'app',
          image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout:1',
          repositoryCredentials: { credentialsParameter: 'registry' },
          secrets: [{ name: 'DB', valueFrom: '/shop/db' }],
        },
      ],
    },
  });
  aws.ecs.on(DescribeCapacityProvidersCommand).resolves({
    capacityProviders: [
      {
        capacityProviderArn: 'arn:managed',
        name: 'managed',
        type: 'MANAGED_INSTANCES',
      },
    ],
  });
  aws.ecs
    .on(ListContainerInstancesCommand)
    .resolves({ containerInstanceArns: [HOST] });
  aws.ecs.on(DescribeContainerInstancesCommand).resolves({
    containerInstances: [{ containerInstanceArn: HOST, ec2InstanceId: 'mi-1' }],
  });
  aws.ecs.on(ListTasksCommand).rejects(error);
  aws.ecs.on(ListDaemonsCommand).rejects(error);
  aws.ecs.on(DescribeServiceRevisionsCommand).rejects(error);
  aws.ecs.on(DescribeExpressGatewayServiceCommand).rejects(error);
  aws.ssm.on(DescribeInstanceInformationCommand).rejects(error);
  aws.ssm.on(DescribeParametersCommand).rejects(error);
  aws.secretsManager.on(DescribeSecretCommand).rejects(error);
  aws.ecr.on(DescribePullThroughCacheRulesCommand).rejects(error);
}

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it.each([
  ['AccessDenied', awsError('AccessDeniedException')],
  ['UnknownOperation', awsError('UnknownOperationException')],
  ['UnknownOperation', awsError('SyntaxError', 'Unexpected token <', 500)],
])(
  'reads an account as a whole where all that is optional ends in %s',
  async (because, error) => {
    mockRefused(error);

    const read = await collectAll(
      AwsCollector.create({ access: anyAccess }),
      production,
    );

    expect(read.gaps).toEqual([]);
    expect(read.cluster).toMatchObject([
      { daemons: unknown(because, 'ecs:ListDaemons') },
    ]);
    expect(read.service).toMatchObject([
      {
        express: true,
        namedRoles: [],
        guardDuty: unknown(because, 'ecs:DescribeServiceRevisions'),
        overrides: unknown(because, 'ecs:ListTasks'),
      },
    ]);
    expect(read.host).toMatchObject([
      {
        registeredRoleArn: unknown(because, 'ssm:DescribeInstanceInformation'),
        tasks: unknown(because, 'ecs:ListTasks'),
      },
    ]);
    expect([read.secretKey, read.registry]).toEqual([[], []]);
    expect(read.role.map(({ existence }) => existence)).toEqual([
      known('exists'),
      known('exists'),
    ]);
    for (const [mock, command] of [
      [aws.ssm, DescribeParametersCommand],
      [aws.secretsManager, DescribeSecretCommand],
      [aws.ecr, DescribePullThroughCacheRulesCommand],
    ] as const) {
      expect(mock.calls().map(({ args }) => args[0].constructor)).toContain(
        command,
      );
    }
  },
);
