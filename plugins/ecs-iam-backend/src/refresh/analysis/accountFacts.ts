import { known, otherRole } from '@ecs-iam/iam-analysis';
import type { EvidenceInput, RoleSlot } from '@ecs-iam/iam-analysis';
import type { Inventory, SlotsOfRole } from '../../inventory/Inventory';
import type { AccountCoverage } from './accountCoverage';

/**
 * What rules may know of the account of a role: its other roles and where ECS uses them, whether tasks run on EC2 hosts,
 * whether services have Service Connect with TLS. Roles are those of the account, so every region is looked at, whichever
 * is read: a verdict must not change from region to region.
 */
export async function accountFacts(
  accountId: string,
  inventory: Pick<Inventory, 'rolesOfAccount' | 'slotsOfAccount'>,
  coverage: AccountCoverage,
): Promise<EvidenceInput['facts']> {
  const roles = await inventory.rolesOfAccount(accountId);
  const slots = await inventory.slotsOfAccount(accountId);
  const isUsedBy = (check: (slotsOfRole: SlotsOfRole) => boolean) =>
    [...slots.values()].some(check);
  // Which services there are is known in full only when every region told so, and what they name.
  const unlisted = coverage.missing('service', 'taskDefinition');
  const noHosts =
    coverage.missing('service', 'cluster', 'capacityProvider', 'host') ??
    known(false);
  return {
    otherRoles: known(roles.flatMap(role => otherRole(role) ?? [])),
    ec2Hosts: isUsedBy(isOnEc2Hosts) ? known(true) : noHosts,
    rolesInSlots: unlisted ?? known(slotsOfTasks(slots)),
    serviceConnectTls: isUsedBy(each => each.has(SERVICE_CONNECT))
      ? known(true)
      : coverage.missing('service') ?? known(false),
  };
}

const SERVICE_CONNECT: RoleSlot = 'infrastructure-service-connect';

/** The slots whose roles ECS gives to tasks. */
const SLOTS_OF_TASKS: readonly RoleSlot[] = [
  'task',
  'execution',
  'daemon-task',
  'daemon-execution',
];

function isOnEc2Hosts(slots: SlotsOfRole): boolean {
  return slots.get('instance')?.compute.includes('ec2') ?? false;
}

function slotsOfTasks(
  roles: ReadonlyMap<string, SlotsOfRole>,
): ReadonlyMap<string, readonly RoleSlot[]> {
  return new Map(
    [...roles].flatMap(([arn, slots]) => {
      const ofTasks = SLOTS_OF_TASKS.filter(slot => slots.has(slot));
      return ofTasks.length > 0 ? [[arn, ofTasks] as const] : [];
    }),
  );
}
