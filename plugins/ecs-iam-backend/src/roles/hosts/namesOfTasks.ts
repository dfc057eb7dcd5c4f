import type { HostTask } from '@ecs-iam/iam-analysis';
import { lastSegment } from '../../entities/EntityIndex';

/** The family and revision of a task definition. */
export function revisionOf(
  taskDefinitionArn: string,
): Readonly<{ family: string; revision: number | null }> {
  const name = lastSegment(taskDefinitionArn);
  const [, family = name, revision] = /^(.*):(\d+)$/.exec(name) ?? [];
  return {
    family,
    revision: revision === undefined ? null : Number(revision),
  };
}

/** The name under which tasks are known in their cluster: that of their service, else of their family. */
export function nameOfTask({
  serviceName,
  taskDefinitionArn,
}: HostTask): string {
  return serviceName ?? revisionOf(taskDefinitionArn).family;
}
