import type { RoleSlot, Unknown } from '@ecs-iam/iam-analysis';
import type { Inventory } from '../../inventory/Inventory';
import type { AccountCoverage } from './accountCoverage';

/**
 * The slots in which any role of an account may be, though it is not known to be there: a service has one there, and nobody
 * knows which.
 *
 * @returns by slot, why. A service that has no host yet has no role to be told: that is so where nothing failed, and no
 *   permission would tell more
 */
export async function openSlots(
  accountId: string,
  inventory: Pick<Inventory, 'unknownRolesOfAccount'>,
  coverage: AccountCoverage,
): Promise<ReadonlyMap<RoleSlot, Unknown>> {
  const isComplete = coverage.missing('role') === null;
  const found = await inventory.unknownRolesOfAccount(accountId);
  return new Map(
    [...found].filter(([, { needs }]) => !isComplete || needs !== undefined),
  );
}
