import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import {
  anSdkService,
  anyAccess,
  DEFINITION,
  mockAws,
  mockFleet,
  production,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const MARKER = 'value-that-must-not-be-seen';
const aws = mockAws();
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
