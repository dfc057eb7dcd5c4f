import type { Finding } from '../analysis/finding';
import type { Clause, Statement } from '../policy/types';
import { takesInActions } from './check/takesIn';
import { placesOf } from './findingData';
import { placeOf } from './proposedPolicy';
import type { ProposedPolicy } from '../policy/proposedPolicy';

/**
 * The places of statements that allow every action, or all but some. What of it the application needs, such a statement does
 * not tell: only what the role has used does.
 */
export function boundlessPlaces(policies: readonly ProposedPolicy[]): string[] {
  return policies.flatMap(policy =>
    policy.statements
      .filter(isBoundless)
      .map(statement => placeOf(policy, statement)),
  );
}

function isBoundless({ effect, resources, actions }: Statement): boolean {
  return (
    effect === 'Allow' &&
    resources !== null &&
    (actions.kind === 'all-but' || takesInActions(actions, EVERYTHING))
  );
}

const EVERYTHING: Clause = { kind: 'all-but', patterns: [] };

/** Whether a finding is about one of the statements, or a part that became a statement of its own. */
export function isAtAny(finding: Finding, places: readonly string[]): boolean {
  return placesOf(finding).some(at =>
    places.some(place => at === place || at.startsWith(`${place}/`)),
  );
}
