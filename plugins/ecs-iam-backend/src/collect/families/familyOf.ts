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
