import type {
  CapacityProvider,
  InstanceProfile,
  Service,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';

/** @returns every role that what was read names, as it names it: by ARN, or by a bare name */
export function roleNames(
  read: Readonly<{
    services: readonly Service[];
    definitions: readonly TaskDefinition[];
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
    ...read.providers.map(({ infrastructureRoleArn }) => infrastructureRoleArn),
  ];
  return [...new Set(names.filter((name): name is string => name !== null))];
}
