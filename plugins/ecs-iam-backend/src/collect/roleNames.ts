import type {
  CapacityProvider,
  Host,
  HostTask,
  InstanceProfile,
  Known,
  Service,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';

/** @returns every role that what was read names, as it names it: by ARN, or by a bare name */
export function roleNames(
  read: Readonly<{
    services: readonly Service[];
    /** Of services, families and daemons. */
    definitions: readonly TaskDefinition[];
    hosts: readonly Host[];
    providers: readonly CapacityProvider[];
    profiles: readonly InstanceProfile[];
  }>,
): readonly string[] {
  const names = [
    ...read.definitions.flatMap(({ executionRoleArn, taskRoleArn }) => [
      executionRoleArn,
      taskRoleArn,
    ]),
    ...read.profiles.map(({ roleArn }) =>
      roleArn.known ? roleArn.value : null,
    ),
    ...read.services.flatMap(({ namedRoles }) =>
      namedRoles.map(({ roleArn }) => roleArn),
    ),
    ...read.services.flatMap(({ overrides }) => rolesOf(overrides)),
    ...read.hosts.flatMap(({ registeredRoleArn, tasks }) => [
      registeredRoleArn.known ? registeredRoleArn.value : null,
      ...rolesOf(tasks),
    ]),
    ...read.providers.map(({ infrastructureRoleArn }) => infrastructureRoleArn),
  ];
  return [...new Set(names.filter((name): name is string => name !== null))];
}

function rolesOf(
  overridden: Known<
    readonly Pick<HostTask, 'taskRoleArn' | 'executionRoleArn'>[]
  >,
): readonly (string | null)[] {
  return overridden.known
    ? overridden.value.flatMap(each => [
        each.executionRoleArn,
        each.taskRoleArn,
      ])
    : [];
}
