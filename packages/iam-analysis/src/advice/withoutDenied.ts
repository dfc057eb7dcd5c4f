import { applyChanges } from './change/applyChange';
import type { Change } from './change/change';
import { dropAt } from './candidates/dropping';
import { fitsInto } from './policySize';
import { placeOf } from './proposedPolicy';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import { withPolicies, type Judge, type Situation } from './situation';
import type { Tried } from './smallestChange';
import { withoutIdleDenies } from './withoutIdleDenies';

/**
 * Takes what a proposal denies out of the Allow statements that it writes: a Deny is there for policies that stay as they
 * are. Where that would make the policies too long, both stay.
 *
 * @param before - the role of today
 */
export function withoutDenied(
  tried: Tried,
  before: Situation,
  judge: Judge,
): Tried {
  const { policies } = tried.after;
  const denied = policies
    .filter(policy => isNew(policy, before.policies))
    .flatMap(({ statements }) => statements)
    .filter(({ effect }) => effect === 'Deny')
    .map(({ actions }) => actions.patterns);
  const written = placesWritten(policies, before.policies);
  let changed: readonly ProposedPolicy[] = policies;
  const changes: Change[] = [];
  for (const actions of [denied.flat(), ...denied]) {
    for (const places of [written, ...written.map(at => [at])]) {
      const drops = dropsAt(places, actions, changed);
      // A Deny of which nothing is left to deny makes room.
      const next = withoutIdleDenies(
        applyChanges(changed, drops),
        before.policies,
      );
      if (drops.length > 0 && fitsInto(before.policies, next)) {
        changed = next;
        changes.push(...drops);
      }
    }
  }
  return changes.length === 0
    ? tried
    : {
        changes: [...tried.changes, ...changes],
        after: withPolicies(tried.after, changed, judge),
      };
}

function isNew(
  { id, replaces }: ProposedPolicy,
  before: readonly ProposedPolicy[],
): boolean {
  return before.every(each => each.id !== (replaces ?? id));
}

function dropsAt(
  places: readonly string[],
  actions: readonly string[],
  policies: readonly ProposedPolicy[],
): Change[] {
  return places.flatMap(at => dropAt(at, actions, policies));
}

// Of the statements that allow something.
function placesWritten(
  policies: readonly ProposedPolicy[],
  before: readonly ProposedPolicy[],
): string[] {
  return policies
    .filter(policy => !before.includes(policy))
    .flatMap(policy =>
      policy.statements
        .filter(({ effect, resources }) => effect === 'Allow' && resources)
        .map(statement => placeOf(policy, statement)),
    );
}
