import { partition } from '@aws-sdk/core/client';

/**
 * The partition of a region that AWS has, from the list that comes with the AWS SDK.
 *
 * @param region - such as `eu-west-1`
 * @returns `aws`, `aws-cn`, `aws-us-gov` and so on; `undefined` when the SDK knows no such region
 */
export function partitionOfRegion(region: string): string | undefined {
  const found = partition(region);
  // Only a listed region comes with a description: for any other text the SDK answers with its best guess.
  const listed = 'description' in found && !region.endsWith('-global');
  return listed ? found.name : undefined;
}

/** Whether AWS has a region of this name. */
export function isRegion(name: string): boolean {
  return partitionOfRegion(name) !== undefined;
}

/**
 * The region in which a partition's global services are signed.
 * Source: https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 */
export function globalRegionOfPartition(name: string): string {
  switch (name) {
    case 'aws-cn':
      return 'cn-north-1';
    case 'aws-us-gov':
      return 'us-gov-west-1';
    case 'aws-eusc':
      return 'eusc-de-east-1';
    default:
      return 'us-east-1';
  }
}
