import { holds, intersect, uniteAll } from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import { knownActions } from '../../grants/reachOf';
import type { Statement } from '../../policy/types';
import type { Change } from '../change/change';
import { placeOf, type ProposedPolicy } from '../proposedPolicy';
import type { Situation } from '../situation';

/**
 * Ways to take actions away: at the places in question, then wherever the role has them.
 *
 * @param actions - names or patterns
 * @param places - of statements
 */
export function* dropping(
  actions: readonly string[],
  places: readonly string[],
  { policies }: Situation,
): Generator<Change[]> {
  if (actions.length === 0) {
    return;
  }
  const everywhere = placesAllowing(policies, actions);
  const here = everywhere.filter(at => places.includes(at));
  for (const some of [here, everywhere]) {
    yield some.map(at => ({ kind: 'drop-actions', at, actions }));
  }
}

/** The places of all statements of a role that allow one of the actions. */
export function placesAllowing(
  policies: readonly ProposedPolicy[],
  actions: readonly string[],
): string[] {
  const wanted = uniteAll(actions.map(expandAction));
  const names = new Set(actions.map(name => name.toLowerCase()));
  const isMeant = ({ effect, resources, actions: clause }: Statement) =>
    effect === 'Allow' &&
    resources !== null &&
    (intersect(knownActions(clause), wanted).length > 0 ||
      clause.patterns.some(each => names.has(each.toLowerCase())));
  return policies.flatMap(policy =>
    policy.statements
      .filter(isMeant)
      .map(statement => placeOf(policy, statement)),
  );
}

/** The statement at a place. */
export function statementAt(
  policies: readonly ProposedPolicy[],
  at: string,
): Statement | undefined {
  for (const policy of policies) {
    for (const statement of policy.statements) {
      if (placeOf(policy, statement) === at) {
        return statement;
      }
    }
  }
  return undefined;
}

/** Whether the role is allowed an action by any statement. */
export function isAllowed(
  policies: readonly ProposedPolicy[],
  action: number,
): boolean {
  return policies.some(({ statements }) =>
    statements.some(
      ({ effect, resources, actions }) =>
        effect === 'Allow' &&
        resources !== null &&
        holds(knownActions(actions), action),
    ),
  );
}
