import { known, otherRole, unknown } from '@ecs-iam/iam-analysis';
import type { EvidenceInput, Known } from '@ecs-iam/iam-analysis';
import type { FactKind, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory, SlotsOfRole } from '../../inventory/Inventory';
import { notRead } from './serviceContexts';

/**
 * What rules may know of the account of a role: its other roles, and whether tasks run on EC2 hosts. Roles are those of
 * the account, so every region is looked at, whichever is read: a verdict must not change from region to region.
 */
export async function accountFacts(
  accountId: string,
  inventory: Pick<
    Inventory,
    'rolesOfAccount' | 'slotsOfRoles' | 'targets' | 'gaps'
  >,
): Promise<EvidenceInput['facts']> {
  const roles = await inventory.rolesOfAccount(accountId);
  const slots = await inventory.slotsOfRoles(roles.map(({ arn }) => arn));
  return {
    otherRoles: known(roles.flatMap(role => otherRole(role) ?? [])),
    ec2Hosts: [...slots.values()].some(isOnEc2Hosts)
      ? known(true)
      : await noHosts(accountId, inventory),
  };
}

// That there are no hosts is known only when every region told so.
async function noHosts(
  accountId: string,
  inventory: Pick<Inventory, 'targets' | 'gaps'>,
): Promise<Known<boolean>> {
  const regions = (await inventory.targets()).filter(
    target => target.accountId === accountId,
  );
  const unscanned = regions.find(({ lastSuccess }) => lastSuccess === null);
  if (unscanned) {
    return unknown(unscannedRegion(unscanned));
  }
  const gap = (await inventory.gaps(regions)).find(({ leavesIncomplete }) =>
    HOST_FACTS.some(kind => leavesIncomplete.includes(kind)),
  );
  return gap ? notRead(gap, gap.api) : known(false);
}

// What tells whether there are hosts.
const HOST_FACTS: readonly FactKind[] = [
  'service',
  'cluster',
  'capacityProvider',
  'host',
];

function isOnEc2Hosts(slots: SlotsOfRole): boolean {
  return slots.get('instance')?.compute.includes('ec2') ?? false;
}

function unscannedRegion({ region }: Target): string {
  return `the region ${region} of the account was not scanned yet`;
}
