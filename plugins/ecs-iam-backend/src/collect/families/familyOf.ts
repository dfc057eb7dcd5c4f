import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** A revision of a task definition; those of daemons are not among them. */
const REVISION = /:task-definition\/([^/:]+):(\d+)$/;

/** @returns the name of its family; nothing for what is not the ARN of a revision of a task definition */
export function familyOf(taskDefinitionArn: string): string | undefined {
  return REVISION.exec(taskDefinitionArn)?.[1];
}

/** @returns its number; 0 for what is not the ARN of a revision of a task definition */
export function revisionOf(taskDefinitionArn: string): number {
  return Number(REVISION.exec(taskDefinitionArn)?.[2] ?? 0);
}

/** @returns the ARN of a family: that of its revisions, without a number */
export function familyArn(
  { partition, region, accountId }: Target,
  family: string,
): string {
  return `arn:${partition}:ecs:${region}:${accountId}:task-definition/${family}`;
}
