import type { HostTask, Service } from '@ecs-iam/iam-analysis';

/** The name of the family of a revision. */
export function familyOf(taskDefinitionArn: string): string {
  const name = taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
  return name.replace(/:\d+$/, '');
}

/** Whether tasks of the cluster are those of a service, or of the family that stands in place of one. */
export function isTaskOf(
  { kind, name }: Pick<Service, 'kind' | 'name'>,
  {
    serviceName,
    taskDefinitionArn,
  }: Pick<HostTask, 'serviceName' | 'taskDefinitionArn'>,
): boolean {
  switch (kind) {
    case 'service':
      return serviceName === name;
    case 'task-family':
      return serviceName === null && familyOf(taskDefinitionArn) === name;
    default:
      return kind satisfies never;
  }
}
