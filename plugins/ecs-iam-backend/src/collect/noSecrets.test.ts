import { DescribePullThroughCacheRulesCommand } from '@aws-sdk/client-ecr';
import {
  DescribeDaemonCommand,
  DescribeDaemonRevisionsCommand,
  DescribeDaemonTaskDefinitionCommand,
  DescribeCapacityProvidersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListDaemonsCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { DescribeParametersCommand } from '@aws-sdk/client-ssm';
import {
  anSdkService,
  anyAccess,
  CLUSTER,
  DEFINITION,
  mockAws,
  mockFleet,
  production,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const MARKER = 'value-that-must-not-be-seen';
const aws = mockAws();
beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('lets no value that may be secret into a page', async () => {
  mockFleet(aws, {
    definition: {
      containerDefinitions: [
        {
          name: 'app',
          image: 'nginx',
          environment: [
            { name: 'DB_PASSWORD', value: MARKER },
            { name: 'HARMLESS', value: MARKER },
          ],
          command: ['--token', MARKER],
          entryPoint: ['sh', '-c', MARKER],
          dockerLabels: { secret: MARKER },
          healthCheck: { command: ['curl', MARKER] },
          extraHosts: [{ hostname: MARKER, ipAddress: MARKER }],
          logConfiguration: {
            logDriver: 'splunk',
            options: { 'splunk-token': MARKER, 'splunk-url': MARKER },
          },
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 'file', other: MARKER },
          },
        },
      ],
      proxyConfiguration: {
        containerName: 'envoy',
        properties: [{ name: 'AppPorts', value: MARKER }],
      },
      volumes: [
        {
          name: 'data',
          dockerVolumeConfiguration: { driverOpts: { password: MARKER } },
        },
      ],
    },
  });
  aws.ecs.on(DescribeServicesCommand).resolves({
    services: [
      anSdkService({
        deployments: [
          {
            status: 'PRIMARY',
            taskDefinition: DEFINITION,
            serviceConnectConfiguration: {
              enabled: true,
              logConfiguration: {
                logDriver: 'splunk',
                options: { 'splunk-token': MARKER },
              },
            },
          },
        ],
        events: [{ message: MARKER }],
        deploymentConfiguration: {
          lifecycleHooks: [{ hookDetails: { secret: MARKER } }],
        },
      }),
    ],
  });

  const { pages, taskDefinition } = await collectAll(
    AwsCollector.create({ access: anyAccess }),
    production,
  );

  expect(taskDefinition[0].containers[0].environment).toEqual([
    { name: 'DB_PASSWORD', looksLikeCredential: true },
    { name: 'HARMLESS', looksLikeCredential: false },
  ]);
  expect(JSON.stringify(pages)).not.toContain(MARKER);
});

it('lets no value of overrides, daemons, secrets, parameters and rules into a page', async () => {
  mockFleet(aws, {
    cluster: { capacityProviders: ['managed'] },
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
  aws.ecs.on(ListTasksCommand).resolves({ taskArns: ['arn:task'] });
  aws.ecs.on(DescribeTasksCommand).resolves({
    tasks: [
      {
        clusterArn: CLUSTER,
        taskDefinitionArn: DEFINITION,
        group: 'service:checkout',
        startedBy: MARKER,
        stoppedReason: MARKER,
        tags: [{ key: MARKER, value: MARKER }],
        attachments: [{ details: [{ name: 'other', value: MARKER }] }],
        overrides: {
          taskRoleArn: 'arn:aws:iam::111122223333:role/override',
          containerOverrides: [
            {
              name: 'app',
              command: ['--token', MARKER],
              environment: [{ name: 'DB_PASSWORD', value: MARKER }],
            },
          ],
        },
      },
    ],
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
    .on(ListDaemonsCommand)
    .resolves({ daemonSummariesList: [{ daemonArn: 'arn:daemon/logs' }] });
  aws.ecs.on(DescribeDaemonCommand).resolves({
    daemon: { currentRevisions: [{ arn: 'arn:revision' }] },
  });
  aws.ecs.on(DescribeDaemonRevisionsCommand).resolves({
    daemonRevisions: [
      {
        daemonRevisionArn: 'arn:revision',
        daemonTaskDefinitionArn: 'arn:definition/logs:1',
      },
    ],
  });
  aws.ecs.on(DescribeDaemonTaskDefinitionCommand).resolves({
    daemonTaskDefinition: {
      containerDefinitions: [
        {
          image: 'logs',
          command: [MARKER],
          environment: [{ name: 'API_TOKEN', value: MARKER }],
          logConfiguration: {
            logDriver: 'splunk',
            options: { 'splunk-token': MARKER },
          },
        },
      ],
    },
  });
  aws.secretsManager.on(DescribeSecretCommand).resolves({
    ARN: 'arn:secret',
    Description: MARKER,
    Tags: [{ Key: MARKER, Value: MARKER }],
    VersionIdsToStages: { [MARKER]: [MARKER] },
  });
  aws.ssm.on(DescribeParametersCommand).resolves({
    Parameters: [
      {
        Name: '/shop/db',
        Type: 'String',
        Description: MARKER,
        AllowedPattern: MARKER,
        LastModifiedUser: MARKER,
      },
    ],
  });
  aws.ecr.on(DescribePullThroughCacheRulesCommand).resolves({
    pullThroughCacheRules: [
      { ecrRepositoryPrefix: 'docker-hub', credentialArn: MARKER },
    ],
  });

  const read = await collectAll(
    AwsCollector.create({ access: anyAccess }),
    production,
  );

  expect(read.service[0].overrides).toMatchObject({ value: [{ tasks: 1 }] });
  expect(read.cluster[0].daemons).toMatchObject({
    value: [{ taskDefinition: { known: true } }],
  });
  expect([read.secretKey.length, read.registry.length]).toEqual([2, 1]);
  expect(read.gaps).toEqual([]);
  expect(JSON.stringify(read.pages)).not.toContain(MARKER);
});
