import { createHash } from 'node:crypto';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/**
 * The shard to which a target belongs. All regions of an account are in one, because they share its IAM and so the
 * rate at which it may be asked.
 *
 * @param shards - how many there are
 */
export function shardOf(
  { accountId }: Pick<Target, 'accountId'>,
  shards: number,
): number {
  return (
    createHash('sha256').update(accountId).digest().readUInt32BE() % shards
  );
}
