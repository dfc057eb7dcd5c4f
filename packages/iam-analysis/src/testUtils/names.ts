/** The account, region and cluster of fixtures that name no other. */
export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const CLUSTER = 'prod-eu';

/**
 * @param resource - such as `service/prod-eu/checkout`
 * @returns an ARN of ECS in the account and region of the fixtures
 * @public
 */
export function ecsArn(resource: string): string {
  return `arn:aws:ecs:${REGION}:${ACCOUNT}:${resource}`;
}

/**
 * @param name - of a role, with its path if it has one
 * @returns its ARN in the account of the fixtures
 * @public
 */
export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

/**
 * @param name - of an instance profile
 * @returns its ARN in the account of the fixtures
 * @public
 */
export function profileArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:instance-profile/${name}`;
}

/**
 * @param familyAndRevision - such as `checkout:7`
 * @returns the ARN of the task definition
 * @public
 */
export function taskDefinitionArn(familyAndRevision: string): string {
  return ecsArn(`task-definition/${familyAndRevision}`);
}
