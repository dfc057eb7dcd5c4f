import {
  actionsIn,
  keepWhere,
  sizeOf,
  type ActionSet,
} from '../../catalogue/actionSet';
import { isRestrictable } from '../../catalogue/catalogue';
import type { Grant, RoleGrants } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { scopeOf } from '../../grants/scopeOf';
import { standingOf, standsAlone } from '../../grants/standingOf';
import { someReadData, someWrite } from './excessKinds';
import type { Excess, ExcessKind } from './judgedNeed';

/**
 * An entry for some actions of a statement. What a Deny or the boundary takes away is left out, unless it is all of them.
 *
 * @returns nothing for no actions
 */
export function excessIn(
  role: RoleGrants,
  grant: Grant,
  kind: ExcessKind,
  actions: ActionSet,
  needed: readonly string[],
): readonly Excess[] {
  if (actions.length === 0) {
    return [];
  }
  const left = effective(role, grant, actions);
  const told = left.length > 0 ? left : actions;
  const { patterns } = grant.resources;
  return [
    {
      kind,
      at: grant.at,
      actions: told,
      granted: patterns,
      needed,
      writes: someWrite(told),
      readsData: someReadData(told),
      everywhere: reachesEverywhere(grant, told),
      mitigatedBy: mitigationOf(role, grant, told),
    },
  ];
}

// Of many actions, a few that are denied do not matter.
function effective(
  role: RoleGrants,
  grant: Grant,
  actions: ActionSet,
): ActionSet {
  if (standsAlone(role) || sizeOf(actions) > MOST_LOOKED_AT) {
    return actions;
  }
  return keepWhere(actions, action => {
    const { mitigatedBy } = standingOf(role, grant, action);
    return mitigatedBy !== 'deny' && mitigatedBy !== 'boundary';
  });
}

const MOST_LOOKED_AT = 256;

function reachesEverywhere(grant: Grant, actions: ActionSet): boolean {
  let looked = 0;
  for (const action of actionsIn(actions)) {
    if (isRestrictable(action)) {
      if (grant.everything || scopeOf(grant, action) === 'all') {
        return true;
      }
      if (++looked >= MOST_LOOKED_AT) {
        return false;
      }
    }
  }
  return false;
}
