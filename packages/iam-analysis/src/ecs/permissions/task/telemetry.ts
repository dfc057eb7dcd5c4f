import { parseImage } from '../../names/image';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import type { PermissionNeed, RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';

const TRACES = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];
const METRICS = [
  'cloudwatch:PutMetricData',
  'ec2:DescribeVolumes',
  'ec2:DescribeTags',
];
const LOGS = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  'logs:PutRetentionPolicy',
];

/**
 * Row T4: sidecars for telemetry. They are known by the last part of the repository, so that a copy in one's own registry
 * counts too.
 * Sources: the AWS managed policies AWSXRayDaemonWriteAccess and CloudWatchAgentServerPolicy,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy_servicelens_CloudWatch_agent_deploy_ECS.html
 */
export function telemetry(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.containers.map((container, index) => {
      const image = parseImage(container.image);
      const because = `containerDefinitions[${index}].image`;
      const repository = image.ok ? image.value.repository : '';
      switch (repository.slice(repository.lastIndexOf('/') + 1)) {
        case 'aws-xray-daemon':
          return xrayDaemon(because);
        case 'cloudwatch-agent':
          return cloudWatchAgent(because, input);
        case 'aws-otel-collector':
          return collector(because);
        default:
          return NOTHING;
      }
    }),
  );
}

function xrayDaemon(because: string): RoleNeeds {
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row: 'T4',
        actions: TRACES,
        resources: ['*'],
        because,
        phrase: 'sends traces to X-Ray',
        failure: 'the X-Ray daemon drops traces: AccessDeniedException',
      }),
    ],
  });
}

// Which of it the agent does is in its own configuration, so nothing is certain to break.
function cloudWatchAgent(because: string, { home }: NeedsInput): RoleNeeds {
  const needs = (
    actions: readonly string[],
    phrase: string,
    resource: string = '*',
  ): PermissionNeed =>
    needOf({
      row: 'T4',
      actions,
      resources: [resource],
      because,
      phrase: `${phrase} (CloudWatch agent)`,
      breaks: false,
      failure:
        'the CloudWatch agent does not send what its configuration asks for: AccessDeniedException',
    });
  const settings = ownArn(home, 'ssm', 'parameter/AmazonCloudWatch-*');
  return roleNeeds({
    required: true,
    needs: [
      needs(METRICS, 'sends metrics to CloudWatch'),
      needs(TRACES, 'sends traces to X-Ray'),
      ...(settings.ok
        ? [
            needs(
              ['ssm:GetParameter'],
              'reads its configuration from SSM',
              settings.value,
            ),
          ]
        : []),
    ],
    unresolved: [
      {
        row: 'T4',
        certain: false,
        because,
        phrase: 'sends logs to CloudWatch Logs (CloudWatch agent)',
        why: 'the agent names its log groups in its own configuration, which is not read here: grant it those groups',
        actions: LOGS,
      },
      ...(settings.ok
        ? []
        : [
            {
              row: 'T4' as const,
              certain: true,
              because,
              phrase: 'reads its configuration from SSM (CloudWatch agent)',
              why: settings.why,
              actions: ['ssm:GetParameter'],
            },
          ]),
    ],
  });
}

function collector(because: string): RoleNeeds {
  return roleNeeds({
    required: null,
    unresolved: [
      {
        row: 'T4',
        certain: false,
        because,
        phrase: 'sends telemetry (OpenTelemetry collector)',
        why: 'the collector sends to what its own configuration names, which is not read here and need not be AWS: grant it what its exporters call',
        actions: [
          ...TRACES,
          'cloudwatch:PutMetricData',
          ...LOGS,
          'aps:RemoteWrite',
          'ssm:GetParameters',
        ],
      },
    ],
  });
}
