import { unknown } from '@ecs-iam/iam-analysis';
import type { Unknown } from '@ecs-iam/iam-analysis';
import type { FactKind, Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../../inventory/Inventory';
import { notRead } from './serviceContexts';

/** What is known to be missing of the facts of an account. */
export type AccountCoverage = Readonly<{
  /** Why some region may hold more than is known: it was never scanned. */
  unscanned: Unknown | null;
  /** The same, or why facts of these kinds could not be listed. `null`: what is stored is all there is. */
  missing(...kinds: readonly FactKind[]): Unknown | null;
}>;

/** Roles are those of the account, so every region is looked at, whichever is read. */
export async function accountCoverage(
  accountId: string,
  inventory: Pick<Inventory, 'targets' | 'gaps'>,
): Promise<AccountCoverage> {
  const regions = await inventory.targets(accountId);
  const gaps: readonly Gap[] = await inventory.gaps(regions);
  const first = regions.find(({ lastSuccess }) => lastSuccess === null);
  const unscanned = first
    ? unknown(`the region ${first.region} of the account was not scanned yet`)
    : null;
  return {
    unscanned,
    missing(...kinds) {
      const gap = gaps.find(({ leavesIncomplete }) =>
        kinds.some(kind => leavesIncomplete.includes(kind)),
      );
      return unscanned ?? (gap ? notRead(gap, gap.api) : null);
    },
  };
}
