import {
  holds,
  includesAll,
  intersect,
  uniteAll,
} from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import { knownActions } from '../../grants/reachOf';
import type { Clause, Statement } from '../../policy/types';
import type { Change } from '../change/change';
import { nameActions } from '../change/nameActions';
import { placeOf } from '../proposedPolicy';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
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
    yield some.flatMap(at => dropAt(at, actions, policies));
  }
}

/** Takes out of a statement those of the actions that it allows; no change when it allows none of them. */
export function dropAt(
  at: string,
  actions: readonly string[],
  policies: readonly ProposedPolicy[],
): Change[] {
  const statement = statementAt(policies, at);
  const held = statement ? heldBy(statement.actions, actions) : [];
  return held.length === 0 ? [] : [{ kind: 'drop-actions', at, actions: held }];
}

// A pattern stays as it is where the clause has all of it; else it becomes what the clause has.
function heldBy(clause: Clause, actions: readonly string[]): string[] {
  const all = knownActions(clause);
  const written = new Set(clause.patterns.map(each => each.toLowerCase()));
  return actions.flatMap(pattern => {
    const meant = expandAction(pattern);
    const held = intersect(meant, all);
    if (held.length === 0) {
      return clause.kind === 'only' && written.has(pattern.toLowerCase())
        ? [pattern]
        : [];
    }
    return includesAll(all, meant) ? [pattern] : nameActions(held, () => true);
  });
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
