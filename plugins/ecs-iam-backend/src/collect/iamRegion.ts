import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** IAM has one endpoint for each partition, signed for one region (endpoint rules of the AWS SDK). */
const IAM_REGIONS: ReadonlyMap<string, string> = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-iso', 'us-iso-east-1'],
  ['aws-iso-b', 'us-isob-east-1'],
  ['aws-iso-e', 'eu-isoe-west-1'],
  ['aws-iso-f', 'us-isof-south-1'],
  ['aws-eusc', 'eusc-de-east-1'],
]);

/** @returns the region for which requests to IAM are signed; that of the target where the partition is not known */
export function iamRegion(
  target: Pick<Target, 'partition' | 'region'>,
): string {
  return IAM_REGIONS.get(target.partition) ?? target.region;
}
