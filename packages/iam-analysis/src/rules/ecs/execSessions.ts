import type { Cluster } from '../../ecs/service';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { Known } from '../../known';

/**
 * Whether sessions of ECS Exec are logged. By default they go where the `awslogs` driver of the container writes.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
 *
 * @param cluster - says where sessions are logged
 * @param taskDefinition - has the log drivers
 */
export function execSessions(
  cluster: Known<Cluster>,
  taskDefinition: Known<TaskDefinition>,
): 'logged' | 'unlogged' | 'unknown' {
  if (!cluster.known) {
    return 'unknown';
  }
  const settings = cluster.value.executeCommand;
  switch (settings?.logging) {
    case 'NONE':
      return 'unlogged';
    case 'OVERRIDE':
      return settings.cloudWatchLogGroupName || settings.s3BucketName
        ? 'logged'
        : 'unlogged';
    default:
      if (!taskDefinition.known) {
        return 'unknown';
      }
      return taskDefinition.value.containers.some(
        ({ logConfiguration }) => logConfiguration?.driver === 'awslogs',
      )
        ? 'logged'
        : 'unlogged';
  }
}
