import {
  intersect,
  sizeOf,
  subtract,
  uniteAll,
  type ActionSet,
} from '../catalogue/actionSet';
import { actionsOnResourcesOf } from '../catalogue/actionsOnResourcesOf';
import { EVERY_ACTION } from '../catalogue/catalogue';
import { expandAction } from '../catalogue/expandAction';
import type { Clause, Statement } from '../policy/types';
import type { Reach } from './grant';
import type { Home } from './home';
import { ResourcePattern } from './ResourcePattern';

/**
 * A statement with its actions and resources looked up.
 *
 * @param statement - of an identity policy or a boundary
 * @param policyId - of the policy that it stands in
 * @returns `null` for a statement that names no resources
 */
export function reachOf(
  statement: Statement,
  policyId: string,
  home: Home,
): Reach | null {
  const { actions, resources, conditions, at } = statement;
  if (resources === null) {
    return null;
  }
  const patterns = resources.patterns.map(each =>
    ResourcePattern.of(each, home),
  );
  const named = knownActions(actions);
  return {
    actions,
    resources,
    conditions,
    at: `${policyId}#${at}`,
    known: named,
    reaching: reachingActions(named, resources, patterns),
    unknownActions: unknownActions(actions),
    patterns,
    everything:
      resources.kind === 'only' &&
      patterns.some(each => each.isEverything && each.matchesStar),
  };
}

// A few actions are looked at one by one sooner than this is found out.
const MANY = 500;

function reachingActions(
  named: ActionSet,
  { kind }: Clause,
  patterns: readonly ResourcePattern[],
): ActionSet {
  if (kind === 'all-but' || sizeOf(named) < MANY) {
    return named;
  }
  const services = new Set<string>();
  for (const { service, matchesStar } of patterns) {
    if (service === null || matchesStar) {
      return named;
    }
    services.add(service);
  }
  return intersect(named, uniteAll([...services].map(actionsOnResourcesOf)));
}

/** The known actions of a clause. */
export function knownActions({ kind, patterns }: Clause): ActionSet {
  const named = uniteAll(patterns.map(expandAction));
  return kind === 'only' ? named : subtract(EVERY_ACTION, named);
}

function unknownActions({ patterns }: Clause): string[] {
  return patterns.filter(pattern => expandAction(pattern).length === 0);
}
