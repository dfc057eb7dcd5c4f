import type { Known } from '../../known';
import { parseImage } from '../names/image';
import type { Cluster, Service } from '../service';
import type { TaskDefinition } from '../taskDefinition';
import { firelensOutputs } from './firelensOutputs';
import type { TaskRoleFeature, TaskRoleNeed } from './need';
import { distinct, shortList } from './phrases';

/**
 * What ECS features demand of the task role. What the app itself calls cannot be told from ECS, nor whether it uses
 * the agent's task protection endpoint.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 *
 * @param taskDefinition - the revision
 * @param service - says whether ECS Exec is on
 * @param cluster - says where sessions of ECS Exec are logged
 * @returns the needs in a fixed order; empty when ECS demands nothing
 * @public
 */
export function taskRoleNeeds(
  taskDefinition: TaskDefinition,
  service: Service,
  cluster: Known<Cluster>,
): readonly TaskRoleNeed[] {
  return [
    ...(service.enableExecuteCommand ? execNeeds(cluster) : []),
    ...volumeNeeds(taskDefinition),
    ...telemetryNeeds(taskDefinition),
    ...(taskDefinition.proxyType === 'APPMESH'
      ? [need('app-mesh', 'gets the configuration of Envoy from App Mesh')]
      : []),
    ...firelensOutputs(taskDefinition.containers).map(output => ({
      feature: 'firelens-output' as const,
      ...output,
    })),
    ...faultInjectionNeeds(taskDefinition),
  ];
}

function execNeeds(cluster: Known<Cluster>): readonly TaskRoleNeed[] {
  const settings = cluster.known ? cluster.value.executeCommand : null;
  const logTargets =
    settings?.logging === 'OVERRIDE'
      ? [
          settings.cloudWatchLogGroupName,
          settings.s3BucketName && `S3 bucket ${settings.s3BucketName}`,
        ].flatMap(target => target || [])
      : [];
  return [
    need('ecs-exec', 'ECS Exec'),
    ...(logTargets.length > 0
      ? [
          need(
            'ecs-exec-logs',
            `logs ECS Exec sessions to ${logTargets.join(' and ')}`,
          ),
        ]
      : []),
    ...(settings?.kmsKeyId
      ? [need('ecs-exec-key', 'decrypts ECS Exec sessions with a KMS key')]
      : []),
  ];
}

function volumeNeeds(taskDefinition: TaskDefinition): readonly TaskRoleNeed[] {
  const mounts = taskDefinition.containers.flatMap(each => each.mountPoints);
  const efs = taskDefinition.volumes.flatMap(volume => {
    if (!volume.efs?.iam) {
      return [];
    }
    const uses = mounts.filter(mount => mount.volume === volume.name);
    const readOnly = uses.length > 0 && uses.every(mount => mount.readOnly);
    return [`${volume.efs.fileSystemId}${readOnly ? ' (read only)' : ''}`];
  });
  const s3Files = taskDefinition.volumes.flatMap(volume =>
    volume.s3Files ? [lastPart(volume.s3Files.fileSystemArn)] : [],
  );
  return [
    ...mountNeed('efs', 'EFS', efs),
    ...mountNeed('s3-files', 'S3 Files', s3Files),
  ];
}

function mountNeed(
  feature: TaskRoleFeature,
  kind: string,
  names: readonly string[],
): readonly TaskRoleNeed[] {
  return names.length === 0
    ? []
    : [
        need(
          feature,
          `mounts ${kind} ${shortList(distinct(names), 'file systems')}`,
        ),
      ];
}

// Sidecars are known by the last part of the repository, so that a copy in one's own registry counts too.
function telemetryNeeds(
  taskDefinition: TaskDefinition,
): readonly TaskRoleNeed[] {
  const images = taskDefinition.containers.flatMap(container => {
    const image = parseImage(container.image);
    return image.ok ? [lastPart(image.value.repository)] : [];
  });
  const runs = (name: string) => images.includes(name);
  return [
    ...(runs('aws-xray-daemon')
      ? [need('telemetry', 'sends traces to X-Ray')]
      : []),
    ...(runs('aws-otel-collector')
      ? [
          {
            ...need('telemetry', 'sends telemetry (OpenTelemetry collector)'),
            // Where it sends to is in its own configuration, and need not be AWS.
            requires: false,
          },
        ]
      : []),
    ...(runs('cloudwatch-agent')
      ? [need('telemetry', 'sends metrics and logs to CloudWatch (its agent)')]
      : []),
  ];
}

// https://docs.aws.amazon.com/fis/latest/userguide/ecs-task-actions.html
function faultInjectionNeeds({
  containers,
}: TaskDefinition): readonly TaskRoleNeed[] {
  return containers.some(({ environment }) =>
    environment.some(({ name }) => name === 'MANAGED_INSTANCE_ROLE_NAME'),
  )
    ? [need('fault-injection', 'registers the task for AWS FIS experiments')]
    : [];
}

function need(feature: TaskRoleFeature, phrase: string): TaskRoleNeed {
  return { feature, phrase, requires: true };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
