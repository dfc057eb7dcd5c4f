import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../inventory/Inventory';
import type { Scans } from './Scans';
import type { TargetSource } from './TargetSource';

/**
 * Asks for a scan of the targets that were never read. With a database that is kept, the schedule goes on where it was,
 * and a target that is new in the configuration would wait for its next turn.
 *
 * @returns the targets that it asked for; those that a scan under way covers are not among them
 */
export async function requestUnread({
  inventory,
  scans,
  targetSource,
}: Readonly<{
  inventory: Pick<Inventory, 'targets'>;
  scans: Pick<Scans, 'request' | 'underWay'>;
  targetSource: TargetSource;
}>): Promise<readonly Target[]> {
  const attempted = (await inventory.targets()).filter(
    ({ lastAttempt }) => lastAttempt !== null,
  );
  const unread: Target[] = [];
  for (const target of await targetSource.targets()) {
    const isKnown = attempted.some(
      ({ accountId, region }) =>
        accountId === target.accountId && region === target.region,
    );
    if (!isKnown && (await scans.underWay([target])) === undefined) {
      unread.push(target);
    }
  }
  if (unread.length > 0) {
    await scans.request(unread);
  }
  return unread;
}
