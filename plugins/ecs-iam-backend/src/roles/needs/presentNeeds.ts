import {
  excessOf,
  known,
  mapKnown,
  roleFacts,
  roleSlots,
} from '@ecs-iam/iam-analysis';
import type {
  Compute,
  DecidingRole,
  EvidenceInput,
  Known,
  RoleNeeds,
} from '@ecs-iam/iam-analysis';
import type {
  RoleDetail,
  RoleSlot,
  SlotNeeds,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { SlotsOfRole, StoredRole } from '../../inventory/Inventory';
import type { NeedsOfRoles } from '../../refresh/analysis/NeedsOfRoles';
import type { RoleUser } from '../roleUsers';
import { Causes } from './Causes';
import { presentExcess } from './presentExcess';
import { presentPermissions, standingTo } from './presentPermissions';
import { slotProposal } from './slotProposal';
import { trustOfSlots } from './trustOfSlots';

/**
 * Needed against granted, in every slot of a role of which ECS tells what it needs.
 *
 * @param role - as stored
 * @returns unknown when somebody may use the role of whom nothing is known, or a revision that uses it could not be read
 */
export function presentNeeds(
  role: StoredRole,
  around: Readonly<{
    slots: SlotsOfRole;
    needs: NeedsOfRoles;
    users: readonly RoleUser[];
  }>,
): RoleDetail['needs'] {
  const { needs, users } = around;
  const slots = new Map<RoleSlot, readonly Compute[]>(
    roleSlots.flatMap(slot => {
      const used = around.slots.get(slot);
      return used ? [[slot, used.compute] as const] : [];
    }),
  );
  const needed = new Map<RoleSlot, RoleNeeds>();
  for (const slot of slots.keys()) {
    if (needs.slots.includes(slot)) {
      const united = needs.of(role.fact.arn, slot);
      if (!united.known) {
        return united;
      }
      needed.set(slot, united.value);
    }
  }
  const byArn = new Map(users.map(user => [user.serviceArn, user]));
  const facts = roleFacts(role.fact);
  return known(
    [...needed].map(([slot, united]) => {
      const causes = Causes.create(needs.usesOf(role.fact.arn, slot), byArn);
      return presentSlot(slot, united, {
        role,
        facts,
        causes,
        slots,
        needed,
        byArn,
      });
    }),
  );
}

function presentSlot(
  slot: RoleSlot,
  united: RoleNeeds,
  around: Readonly<{
    role: StoredRole;
    facts: EvidenceInput['facts'];
    causes: Causes;
    slots: ReadonlyMap<RoleSlot, readonly Compute[]>;
    needed: ReadonlyMap<RoleSlot, RoleNeeds>;
    byArn: ReadonlyMap<string, RoleUser>;
  }>,
): SlotNeeds {
  const { role, facts, causes, slots, needed, byArn } = around;
  const judged = standingTo(united, decidingRole(facts));
  const excess = facts.grants?.known
    ? excessOf(united, facts.grants.value, slot)
    : [];
  return {
    slot,
    required: united.required,
    closed: united.closed,
    permissions: presentPermissions(united, judged, { role, causes }),
    excess: excess.map(each => presentExcess(each, slot, role)),
    unresolved: causes.unresolved(),
    proposal: slotProposal({
      roleName: role.fact.name,
      slot,
      needs: needed,
      otherSlots: [...slots.keys()].filter(each => each !== slot),
      judged,
      facts,
      trust: trustOfSlots(slots, [...byArn.keys()]),
    }),
  };
}

function decidingRole({
  policies,
  boundary,
}: EvidenceInput['facts']): Known<DecidingRole> {
  if (!policies?.known) {
    return policies ?? { known: false, because: 'it was not read' };
  }
  return boundary
    ? mapKnown(boundary, bound => ({
        policies: policies.value,
        boundary: bound,
      }))
    : { known: false, because: 'it was not read' };
}
