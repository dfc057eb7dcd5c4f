import type { Statement } from '../policy/types';
import { boundlessPlaces } from './boundless';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import type { Situation } from './situation';
import type { IsWanted } from './smallestChange';

/**
 * What is worth proposing for a whole role: a role without permissions has no findings either, but nobody can work with it.
 * So no policy goes as a whole, some permission stays, and without the knowledge of what the role has used, a statement that
 * allows everything stays as it is.
 *
 * @param before - the role of today
 */
export function worthProposing({ today, policies }: Situation): IsWanted {
  const { usage } = today.facts;
  const untouchable = usage?.known ? [] : boundlessPlaces(policies);
  const mayBeEmpty =
    !policies.some(allowsAnything) ||
    (usage?.known === true &&
      usage.value.services.every(
        ({ lastAuthenticated }) => lastAuthenticated === null,
      ));
  return (changes, after) =>
    (mayBeEmpty || after.some(allowsAnything)) &&
    changes.every(
      change =>
        change.kind !== 'remove-policy' &&
        !('at' in change && untouchable.includes(change.at)),
    );
}

function allowsAnything({ statements }: ProposedPolicy): boolean {
  return statements.some(isPermission);
}

function isPermission({ effect, resources }: Statement): boolean {
  return effect === 'Allow' && resources !== null;
}
