import type { Task as SdkTask, Attachment } from '@aws-sdk/client-ecs';

/** Running tasks of a cluster that are alike in all that decides about roles. What is `null` ECS did not say. */
export type TaskGroup = Readonly<{
  taskDefinitionArn: string;
  hostArn: string | null;
  /** `null`: no service runs them. */
  serviceName: string | null;
  launchType: string | null;
  capacityProvider: string | null;
  platformVersion: string | null;
  enableExecuteCommand: boolean;
  /** By override; `null`: as the revision says. */
  taskRoleArn: string | null;
  /** By override; `null`: as the revision says. */
  executionRoleArn: string | null;
  /** By override. S3 object ARNs. */
  environmentFiles: readonly string[];
  /** Roles that attach EBS volumes to them. */
  volumeRoleArns: readonly string[];
  count: number;
}>;

/**
 * @returns the group of one task; nothing for a task that has ended, and for an answer that names no task definition.
 *   Commands and environment of its overrides are dropped.
 */
export function toTaskGroup(task: SdkTask): TaskGroup | undefined {
  const { taskDefinitionArn, overrides } = task;
  if (taskDefinitionArn === undefined || task.lastStatus === 'STOPPED') {
    return undefined;
  }
  return {
    taskDefinitionArn,
    hostArn: task.containerInstanceArn ?? null,
    // The group of tasks that a service runs; all others are in `family:NAME`, or in a group of the caller's.
    serviceName: /^service:(.+)$/.exec(task.group ?? '')?.[1] ?? null,
    launchType: task.launchType || null,
    capacityProvider: task.capacityProviderName || null,
    platformVersion: task.platformVersion || null,
    enableExecuteCommand: task.enableExecuteCommand ?? false,
    taskRoleArn: overrides?.taskRoleArn || null,
    executionRoleArn: overrides?.executionRoleArn || null,
    environmentFiles: distinct(
      (overrides?.containerOverrides ?? []).flatMap(container =>
        (container.environmentFiles ?? []).flatMap(({ value }) => value ?? []),
      ),
    ),
    volumeRoleArns: distinct((task.attachments ?? []).flatMap(roleOf)),
    count: 1,
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function roleOf({ details }: Attachment): readonly string[] {
  return (details ?? []).flatMap(({ name, value }) =>
    name === 'roleArn' && value ? [value] : [],
  );
}
