/** The ARN of something in ECS. */
export function ecsArn(
  { account, region }: Readonly<{ account: string; region: string }>,
  resource: string,
): string {
  return `arn:aws:ecs:${region}:${account}:${resource}`;
}
