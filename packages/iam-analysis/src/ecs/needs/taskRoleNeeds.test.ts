import { known, unknown } from '../../known';
import {
  aCluster,
  aContainer,
  aService,
  aTaskDefinition,
  aVolume,
} from '../../testUtils';
import type { Cluster } from '../service';
import type { Container, TaskDefinition, Volume } from '../taskDefinition';
import type { TaskRoleNeed } from './need';
import { taskRoleNeeds } from './taskRoleNeeds';

function need(
  feature: TaskRoleNeed['feature'],
  phrase: string,
  requires: boolean = true,
): TaskRoleNeed {
  return { feature, phrase, requires };
}

function withContainers(...containers: Partial<Container>[]): TaskDefinition {
  return aTaskDefinition({ containers: containers.map(aContainer) });
}

function withVolume(
  parts: Partial<Volume>,
  ...mountsReadOnly: boolean[]
): TaskDefinition {
  return aTaskDefinition({
    volumes: [aVolume(parts)],
    containers: [
      aContainer({
        mountPoints: mountsReadOnly.map(readOnly => ({
          volume: 'data',
          path: '/data',
          readOnly,
        })),
      }),
    ],
  });
}

function firelens(options: Record<string, string>): TaskDefinition {
  return withContainers({
    logConfiguration: { driver: 'awsfirelens', options, secretOptions: [] },
  });
}

const efs = {
  fileSystemId: 'fs-1',
  accessPointId: null,
  iam: true,
  transitEncryption: true,
};

describe('taskRoleNeeds', () => {
  it.each<[string, TaskDefinition, TaskRoleNeed[]]>([
    [
      'T2: EFS with IAM authorization',
      withVolume({ efs }, false),
      [need('efs', 'mounts EFS fs-1')],
    ],
    [
      'T2: EFS that is only mounted to be read',
      withVolume({ efs }, true, true),
      [need('efs', 'mounts EFS fs-1 (read only)')],
    ],
    [
      'T2: EFS that one mount writes to',
      withVolume({ efs }, true, false),
      [need('efs', 'mounts EFS fs-1')],
    ],
    [
      'T3: S3 Files',
      withVolume({
        s3Files: {
          fileSystemArn:
            'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-2',
        },
      }),
      [need('s3-files', 'mounts S3 Files fs-2')],
    ],
    [
      'T4: the X-Ray daemon',
      withContainers({ image: 'public.ecr.aws/xray/aws-xray-daemon:3.x' }),
      [need('telemetry', 'sends traces to X-Ray')],
    ],
    [
      'T4: a copy of the X-Ray daemon in one’s own registry',
      withContainers({
        image:
          '111122223333.dkr.ecr.eu-west-1.amazonaws.com/mirror/aws-xray-daemon',
      }),
      [need('telemetry', 'sends traces to X-Ray')],
    ],
    [
      'T4: the OpenTelemetry collector, which may send elsewhere',
      withContainers({
        image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.0',
      }),
      [need('telemetry', 'sends telemetry (OpenTelemetry collector)', false)],
    ],
    [
      'T4: the CloudWatch agent',
      withContainers({
        image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest',
      }),
      [need('telemetry', 'sends metrics and logs to CloudWatch (its agent)')],
    ],
    [
      'T5: App Mesh',
      aTaskDefinition({ proxyType: 'APPMESH' }),
      [need('app-mesh', 'gets the configuration of Envoy from App Mesh')],
    ],
    [
      'T6: Firehose by another role',
      firelens({
        Name: 'firehose',
        delivery_stream: 'logs',
        role_arn: 'arn:aws:iam::444455556666:role/logs',
      }),
      [need('firelens-output', 'sends logs to Firehose logs')],
    ],
    [
      'T6: S3 by an endpoint that need not be one of AWS',
      firelens({ Name: 's3', bucket: 'logs', endpoint: 'http://minio:9000' }),
      [need('firelens-output', 'sends logs to S3 logs', false)],
    ],
    [
      'T6: Firehose',
      firelens({ Name: 'firehose', delivery_stream: 'logs' }),
      [need('firelens-output', 'sends logs to Firehose logs')],
    ],
    [
      'T6: CloudWatch Logs, in any letter case',
      firelens({ name: 'CloudWatch_Logs', log_group_name: '/app' }),
      [need('firelens-output', 'sends logs to CloudWatch Logs /app')],
    ],
    [
      'T6: Kinesis',
      firelens({ Name: 'kinesis_streams', stream: 'events' }),
      [need('firelens-output', 'sends logs to Kinesis events')],
    ],
    [
      'T6: S3 by Fluentd',
      firelens({ '@type': 's3', s3_bucket: 'logs' }),
      [need('firelens-output', 'sends logs to S3 logs')],
    ],
    [
      'T6: an output without its target',
      firelens({ Name: 's3' }),
      [need('firelens-output', 'sends logs to S3')],
    ],
    [
      'T6: OpenSearch with signed requests',
      firelens({
        Name: 'opensearch',
        Host: 'search.example.com',
        AWS_Auth: 'On',
      }),
      [need('firelens-output', 'sends logs to OpenSearch search.example.com')],
    ],
    [
      'T6: OpenSearch of AWS, where signing is not known',
      firelens({
        Name: 'es',
        Host: 'x.eu-west-1.es.amazonaws.com',
      }),
      [
        need(
          'firelens-output',
          'sends logs to OpenSearch x.eu-west-1.es.amazonaws.com',
          false,
        ),
      ],
    ],
    [
      'T6: OpenSearch whose host is not known',
      firelens({ Name: 'opensearch' }),
      [need('firelens-output', 'sends logs to OpenSearch', false)],
    ],
    [
      'T6: a configuration file that names the output',
      firelens({}),
      [
        need(
          'firelens-output',
          'sends logs to an output that its FireLens configuration names',
          false,
        ),
      ],
    ],
    [
      'T8: the agent of AWS FIS',
      withContainers({
        environment: [
          { name: 'MANAGED_INSTANCE_ROLE_NAME', looksLikeCredential: false },
        ],
      }),
      [need('fault-injection', 'registers the task for AWS FIS experiments')],
    ],
  ])('sees %s', (_, taskDefinition, expected) => {
    expect(
      taskRoleNeeds(taskDefinition, aService(), known(aCluster())),
    ).toEqual(expected);
  });

  it.each<[string, TaskDefinition]>([
    ['T2: EFS without IAM', withVolume({ efs: { ...efs, iam: false } }, false)],
    ['a volume on the host', withVolume({ hostSourcePath: '/data' }, false)],
    [
      'T4: an app that has X-Ray in its tag',
      withContainers({
        image: 'example/app:aws-xray-daemon',
      }),
    ],
    [
      'T4: the X-Ray SDK',
      withContainers({ image: 'example/aws-xray-daemon-ui' }),
    ],
    ['T5: another proxy', aTaskDefinition({ proxyType: 'OTHER' })],
    ['T6: an output outside AWS', firelens({ Name: 'datadog', Host: 'x' })],
    [
      'T6: a search engine of one’s own',
      firelens({ Name: 'es', Host: 'search.example.com' }),
    ],
    [
      'T6: another log driver with the same options',
      withContainers({
        logConfiguration: {
          driver: 'fluentd',
          options: { Name: 's3' },
          secretOptions: [],
        },
      }),
    ],
    [
      'T8: fault injection through the agent, which needs no role',
      aTaskDefinition({ enableFaultInjection: true }),
    ],
  ])('demands nothing for %s', (_, taskDefinition) => {
    expect(
      taskRoleNeeds(taskDefinition, aService(), known(aCluster())),
    ).toEqual([]);
  });

  const exec = aService({ enableExecuteCommand: true });
  const settings: NonNullable<Cluster['executeCommand']> = {
    logging: 'OVERRIDE',
    kmsKeyId: null,
    cloudWatchLogGroupName: null,
    s3BucketName: null,
  };

  it.each<[string, Cluster['executeCommand'], TaskRoleNeed[]]>([
    ['T1: alone', null, [need('ecs-exec', 'ECS Exec')]],
    [
      'T1a, b: with logs in a group and a bucket',
      { ...settings, cloudWatchLogGroupName: '/exec', s3BucketName: 'audit' },
      [
        need('ecs-exec', 'ECS Exec'),
        need(
          'ecs-exec-logs',
          'logs ECS Exec sessions to /exec and S3 bucket audit',
        ),
      ],
    ],
    [
      'T1c: with a key',
      { ...settings, logging: 'NONE', kmsKeyId: 'alias/exec' },
      [
        need('ecs-exec', 'ECS Exec'),
        need('ecs-exec-key', 'decrypts ECS Exec sessions with a KMS key'),
      ],
    ],
    [
      'T1: with targets that are switched off',
      { ...settings, logging: 'NONE', cloudWatchLogGroupName: '/exec' },
      [need('ecs-exec', 'ECS Exec')],
    ],
  ])('sees ECS Exec, %s', (_, executeCommand, expected) => {
    const cluster = known(aCluster({ executeCommand }));
    expect(taskRoleNeeds(aTaskDefinition(), exec, cluster)).toEqual(expected);
    expect(taskRoleNeeds(aTaskDefinition(), aService(), cluster)).toEqual([]);
  });

  it('sees ECS Exec when the cluster could not be read', () => {
    expect(
      taskRoleNeeds(aTaskDefinition(), exec, unknown('AccessDenied')),
    ).toEqual([need('ecs-exec', 'ECS Exec')]);
  });
});
