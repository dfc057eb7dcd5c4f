import type { Role } from '@ecs-iam/iam-analysis';
import type { Inventory, SlotsOfRole } from '../../inventory/Inventory';
import { accountCoverage } from '../../refresh/analysis/accountCoverage';
import { NeedsOfRoles } from '../../refresh/analysis/NeedsOfRoles';
import { openSlots } from '../../refresh/analysis/openSlots';

/** Where a role is used, and what is needed of it there. */
export async function loadNeeds(
  { arn, accountId }: Role,
  inventory: Pick<
    Inventory,
    | 'gaps'
    | 'needsOfRoles'
    | 'slotsOfRoles'
    | 'targets'
    | 'unknownRolesOfAccount'
  >,
): Promise<Readonly<{ slots: SlotsOfRole; needs: NeedsOfRoles }>> {
  const [bySlot, coverage] = await Promise.all([
    inventory.slotsOfRoles([arn]),
    accountCoverage(accountId, inventory),
  ]);
  const slots: SlotsOfRole = bySlot.get(arn) ?? new Map();
  const needs = await NeedsOfRoles.read({
    inventory,
    coverage,
    open: await openSlots(accountId, inventory, coverage),
    roleArns: [arn],
    slots: [...slots.keys()],
  });
  return { slots, needs };
}
