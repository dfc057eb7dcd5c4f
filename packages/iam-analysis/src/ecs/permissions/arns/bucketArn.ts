import type { TaskHome } from '../derivation';
import { nameIn, resolved, unresolvable, type Resolved } from '../resolved';
import { BUCKET_NAME } from './s3Object';

/**
 * @param home - where the tasks run: the ARN of a bucket names only their partition
 * @param name - of the bucket, or nothing
 */
export function bucketArn(
  { partition }: TaskHome,
  name: string | null | undefined,
): Resolved<string> {
  const bucket = nameIn(name, 'the bucket', BUCKET_NAME);
  if (!bucket.ok) {
    return bucket;
  }
  return /^aws[a-z-]*$/.test(partition)
    ? resolved(`arn:${partition}:s3:::${bucket.value}`)
    : unresolvable('the partition where the tasks run must be known for it');
}
