import { joinParts } from '../../build/fleetPart';
import { parameterArn } from '../../build/names';
import { allow, awsManaged, policy } from '../../build/policies';
import { role, roleArn } from '../../build/role';
import { awslogs } from '../../build/taskDefinition';
import { prodUsManaged } from '../../sites';
import { agentImage } from './images';

const traces = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];

/** On each host of Managed Instances, beside whatever runs there. */
export function hostTelemetry() {
  const { account, region, cluster } = prodUsManaged;
  const name = 'host-telemetry';
  const task = role(account, `${name}-task`, {
    inline: {
      telemetry: policy(
        allow(
          [
            'cloudwatch:PutMetricData',
            'ec2:DescribeVolumes',
            'ec2:DescribeTags',
            ...traces,
          ],
          '*',
        ),
        allow(
          'ssm:GetParameter',
          parameterArn(prodUsManaged, 'AmazonCloudWatch-*'),
        ),
      ),
    },
    tags: { team: 'platform' },
    createdDaysAgo: 90,
    lastUsed: { hoursAgo: 1, region },
  });
  const execution = role(account, `${name}-execution`, {
    attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
    tags: { team: 'platform' },
    createdDaysAgo: 90,
    lastUsed: { hoursAgo: 30, region },
  });
  return joinParts({
    roles: [task, execution],
    daemons: [
      {
        account,
        region,
        cluster,
        name,
        capacityProviders: ['managed-us-general'],
        executeCommand: false,
        taskDefinition: {
          family: name,
          revision: 4,
          taskRoleArn: roleArn(task),
          executionRoleArn: roleArn(execution),
          pidMode: 'shared',
          containerDefinitions: [
            {
              name: 'agent',
              image: agentImage,
              essential: true,
              readonlyRootFilesystem: true,
              user: '10001',
              logConfiguration: awslogs(prodUsManaged, name),
            },
          ],
        },
      },
    ],
  });
}
