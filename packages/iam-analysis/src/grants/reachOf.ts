import { subtract, uniteAll, type ActionSet } from '../catalogue/actionSet';
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
  return {
    actions,
    resources,
    conditions,
    at: `${policyId}#${at}`,
    known: knownActions(actions),
    namesServices: namesServices(actions),
    unknownActions: unknownActions(actions),
    patterns,
    everything:
      resources.kind === 'only' &&
      patterns.some(each => each.isEverything && each.matchesStar),
  };
}

function namesServices({ kind, patterns }: Clause): boolean {
  return kind === 'only' && patterns.some(each => !/^\*+(:|$)/.test(each));
}

/** The known actions of a clause. */
export function knownActions({ kind, patterns }: Clause): ActionSet {
  const named = uniteAll(patterns.map(expandAction));
  return kind === 'only' ? named : subtract(EVERY_ACTION, named);
}

function unknownActions({ patterns }: Clause): string[] {
  return patterns.filter(pattern => expandAction(pattern).length === 0);
}
