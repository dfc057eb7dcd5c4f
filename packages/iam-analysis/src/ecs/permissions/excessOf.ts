import {
  intersect,
  keepWhere,
  NO_ACTIONS,
  subtract,
  unite,
  type ActionSet,
} from '../../catalogue/actionSet';
import type { Grant, RoleGrants } from '../../grants/grant';
import { reachableActions } from '../../grants/reachableActions';
import { scopeOf } from '../../grants/scopeOf';
import type { RoleSlot } from '../slots';
import { excessIn } from './excessIn';
import { agentActions, secretReads } from './excessKinds';
import type { Excess } from './judgedNeed';
import { kindsIn, slotKind, type SlotKind } from './kindsIn';
import { neededReach, type NeededReach } from './neededReach';
import type { RoleNeeds } from './permission';

/**
 * What a role grants beyond its needs, statement by statement and kind by kind.
 *
 * @param needs - what ECS demands of it; `null`: not known. Then only what a role in this slot is never for is found, and
 *   what its AWS managed policies reach with wildcards
 * @param grants - what the role holds
 * @param slot - where it is used. Of a task role only the actions of the ECS agent are excess: the rest is the
 *   application's
 * @returns the entries in the order of the statements
 * @public
 */
export function excessOf(
  needs: RoleNeeds | null,
  grants: RoleGrants,
  slot: RoleSlot,
): readonly Excess[] {
  const last = lastOf.get(grants);
  if (last !== undefined && last.needs === needs && last.slot === slot) {
    return last.excess;
  }
  const excess = findExcess(needs, grants, slot);
  lastOf.set(grants, { needs, slot, excess });
  return excess;
}

// Several rules ask it of the same role.
const lastOf = new WeakMap<
  RoleGrants,
  Readonly<{
    needs: RoleNeeds | null;
    slot: RoleSlot;
    excess: readonly Excess[];
  }>
>();

function findExcess(
  needs: RoleNeeds | null,
  role: RoleGrants,
  slot: RoleSlot,
): readonly Excess[] {
  const kind = slotKind(slot);
  const needed = needs && neededReach(needs, role.home);
  return role.grants.flatMap(grant =>
    excessOfGrant({ role, grant, slot, kind, needed }),
  );
}

type Judged = Readonly<{
  role: RoleGrants;
  grant: Grant;
  slot: RoleSlot;
  kind: SlotKind;
  needed: NeededReach | null;
}>;

function excessOfGrant(judged: Judged): readonly Excess[] {
  const { grant, kind, needed } = judged;
  const reached = reachableActions(grant);
  const ofAgent =
    kind === 'instance' || kind === 'infrastructure'
      ? NO_ACTIONS
      : intersect(reached, agentActions());
  const rest = subtract(reached, ofAgent);
  const isWanted = needed ? intersect(rest, needed.actions) : NO_ACTIONS;
  const wider = needed ? beyondNeed(kind, needed, grant, isWanted) : NO_ACTIONS;
  const unneeded = subtract(rest, isWanted);
  return [
    ...excessIn(judged.role, grant, 'agent', ofAgent, []),
    ...kindsIn({ ...judged, actions: wider }).flatMap(each =>
      excessIn(
        judged.role,
        grant,
        each.kind,
        each.actions,
        needed?.resourcesFor(each.actions) ?? [],
      ),
    ),
    ...kindsIn({ ...judged, actions: unneeded }).flatMap(each =>
      excessIn(judged.role, grant, each.kind, each.actions, []),
    ),
  ];
}

// Needed actions that the statement grants on more than is needed. What cannot be named may be any secret, but is never
// every secret of the account.
function beyondNeed(
  kind: SlotKind,
  needed: NeededReach,
  grant: Grant,
  wanted: ActionSet,
): ActionSet {
  const wider = (actions: ActionSet) =>
    keepWhere(actions, action => !needed.takesIn(grant, action));
  const unnamed = intersect(wanted, needed.open);
  return unite(
    wider(subtract(wanted, unnamed)),
    kind === 'execution'
      ? keepWhere(
          wider(intersect(unnamed, secretReads())),
          action => scopeOf(grant, action) === 'all',
        )
      : NO_ACTIONS,
  );
}
