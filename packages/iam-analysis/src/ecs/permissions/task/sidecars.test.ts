import { known, unknown } from '../../../known';
import {
  aCluster,
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { Container, TaskDefinition } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import { taskPermissions } from '../taskPermissions';

const needsOf = (
  definition: Partial<TaskDefinition>,
  parts: Partial<NeedsInput> = {},
) =>
  taskPermissions(
    aNeedsInput({ taskDefinition: aTaskDefinition(definition), ...parts }),
  );

const running = (container: Partial<Container>, parts = {}) =>
  needsOf({ containers: [aContainer(), aContainer(container)] }, parts);

const FIELD = 'containerDefinitions[1].image';
const XRAY =
  'xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets xray:GetSamplingStatisticSummaries';

describe('T4, telemetry', () => {
  it.each([
    'public.ecr.aws/xray/aws-xray-daemon:3.x',
    'amazon/aws-xray-daemon',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/tools/aws-xray-daemon:3',
  ])('the X-Ray daemon %p sends traces', image => {
    const needs = running({ image });

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([`T4 ${XRAY} on *`]);
    expect(needs.needs[0]).toMatchObject({
      because: FIELD,
      phrase: 'sends traces to X-Ray',
    });
  });

  it('the CloudWatch agent may do what its managed policy grants; its log groups are not seen', () => {
    const needs = running({
      image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest',
    });

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      'T4 cloudwatch:PutMetricData ec2:DescribeVolumes ec2:DescribeTags on * (tolerated)',
      `T4 ${XRAY} on * (tolerated)`,
      'T4 ssm:GetParameter on arn:aws:ssm:eu-west-1:111122223333:parameter/AmazonCloudWatch-* (tolerated)',
    ]);
    expect(needs.unresolved).toEqual([
      {
        row: 'T4',
        certain: false,
        because: FIELD,
        phrase: 'sends logs to CloudWatch Logs (CloudWatch agent)',
        why: 'the agent names its log groups in its own configuration, which is not read here: grant it those groups',
        actions: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
          'logs:PutRetentionPolicy',
        ],
      },
    ]);
  });

  it('the OpenTelemetry collector need not send to AWS', () => {
    const needs = running({
      image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.40',
    });

    expect(needs).toMatchObject({ required: null, needs: [] });
    expect(unresolvedLines(needs)).toEqual([`T4 ${FIELD} (perhaps)`]);
  });

  it.each([
    'example.com/aws-xray-daemon-tests',
    'example.com/cloudwatch-agent/dashboard',
    'example.com/otel/opentelemetry-collector',
    '${Sidecar}',
    '',
  ])('%p is none of them', image => {
    expect(running({ image })).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });
});

describe('T5, App Mesh', () => {
  it('needs its virtual node, which is not seen', () => {
    expect(needsOf({ proxyType: 'APPMESH' })).toMatchObject({
      required: true,
      needs: [],
      unresolved: [
        {
          row: 'T5',
          certain: true,
          because: 'proxyConfiguration.type',
          phrase: 'gets the configuration of Envoy from App Mesh',
          why: 'a variable of the Envoy container names the virtual node, and its value is not read: grant appmesh:StreamAggregatedResources on that node',
          actions: ['appmesh:StreamAggregatedResources'],
        },
      ],
    });
  });

  it('is not meant without a proxy', () => {
    expect(needsOf({ proxyType: null })).toMatchObject({
      required: false,
      unresolved: [],
    });
  });
});

describe('T7, protection of the task', () => {
  const protection = (resource: string) => [
    {
      actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
      resources: [resource],
      why: 'the application may protect its task from scale-in by the endpoint of the ECS agent',
    },
  ];
  const ecs = 'arn:aws:ecs:eu-west-1:111122223333';

  it('is left alone in the cluster, and not needed', () => {
    expect(needsOf({})).toEqual({
      required: false,
      needs: [],
      accepted: protection(`${ecs}:task/prod-eu/*`),
      unresolved: [],
      closed: false,
    });
  });

  it.each<[string, Partial<NeedsInput>]>([
    ['is not known', { cluster: unknown('AccessDenied'), service: null }],
    [
      'is named by a variable',
      { cluster: known(aCluster({ name: '${Cluster}' })) },
    ],
  ])('is left alone in any cluster where it %s', (_, parts) => {
    expect(needsOf({}, parts).accepted).toEqual(protection(`${ecs}:task/*`));
  });
});

describe('T8, fault injection', () => {
  const variables = (...names: readonly string[]) => ({
    environment: names.map(name => ({ name, looksLikeCredential: false })),
  });

  it('registers the task with Systems Manager, with a role that is not seen', () => {
    const needs = running(variables('STAGE', 'MANAGED_INSTANCE_ROLE_NAME'));

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      'T8 ssm:CreateActivation on *',
      'T8 ssm:AddTagsToResource on *',
    ]);
    expect(needs.needs.map(({ because }) => because)).toEqual([
      'containerDefinitions[1].environment[1]',
      'containerDefinitions[1].environment[1]',
    ]);
    expect(needs.unresolved).toMatchObject([
      {
        row: 'T8',
        certain: true,
        why: 'the value of MANAGED_INSTANCE_ROLE_NAME names the role, and values of variables are not read: grant iam:PassRole on that role alone',
        actions: ['iam:PassRole'],
      },
    ]);
  });

  it.each<[string, Partial<TaskDefinition>]>([
    ['that is only allowed', { enableFaultInjection: true }],
    [
      'of which another variable speaks',
      { containers: [aContainer(variables('INSTANCE_ROLE_NAME'))] },
    ],
  ])('%s needs nothing', (_, definition) => {
    expect(needsOf(definition)).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });
});

describe('T9, what the application calls', () => {
  it('is not derived: a task role is never closed', () => {
    expect(needsOf({ taskRoleArn: 'checkout-task' })).toMatchObject({
      needs: [],
      closed: false,
    });
  });
});
