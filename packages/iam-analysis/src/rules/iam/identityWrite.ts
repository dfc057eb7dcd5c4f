import {
  includesAll,
  intersect,
  NO_ACTIONS,
  subtract,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionsNamed } from '../../catalogue/categories';
import { escalations } from '../../catalogue/categories/escalations';
import { lazily } from '../../catalogue/lazily';
import type { Grant, RoleGrants } from '../../grants/grant';
import { deniedBy } from '../../grants/mitigationOf';
import { oncePer } from '../../grants/oncePer';
import { reachableActions } from '../../grants/reachableActions';

/**
 * The actions with which a role may change an identity of IAM so that it gains by it, or make credentials for one; on
 * whatever resources: the first set that is known for that and all of which it holds. Without one, nothing.
 */
export const identityWriteOf = oncePer((role: RoleGrants): ActionSet => {
  const held = subtract(
    uniteAll(role.grants.map(identityActionsOf)),
    deniedBy(role, 'deny'),
  );
  return held.length === 0
    ? NO_ACTIONS
    : identityWrites().find(set => includesAll(held, set)) ?? NO_ACTIONS;
});

function identityActionsOf(grant: Grant): ActionSet {
  const named = intersect(grant.known, everyIdentityWrite());
  return named.length === 0
    ? NO_ACTIONS
    : intersect(named, reachableActions(grant));
}

const identityWrites = lazily((): readonly ActionSet[] =>
  escalations
    .filter(({ kind }) => kind === 'identity-write')
    .map(({ actions }) => actionsNamed(actions))
    .filter(set => set.length > 0),
);

const everyIdentityWrite = lazily(() => uniteAll(identityWrites()));
