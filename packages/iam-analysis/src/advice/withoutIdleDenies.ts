import { intersect, uniteAll } from '../catalogue/actionSet';
import { knownActions } from '../grants/reachOf';
import type { Statement } from '../policy/types';
import type { ProposedPolicy } from '../policy/proposedPolicy';

/**
 * Takes out Deny statements of new policies that deny nothing which is allowed: another change may have taken it away since.
 *
 * @param policies - the proposed ones
 * @param before - those of today, whose Deny statements stay: other policies may be attached to the role one day
 */
export function withoutIdleDenies(
  policies: readonly ProposedPolicy[],
  before: readonly ProposedPolicy[],
): ProposedPolicy[] {
  const allowed = uniteAll(
    policies
      .flatMap(({ statements }) => statements)
      .filter(({ effect }) => effect === 'Allow')
      .map(({ actions }) => knownActions(actions)),
  );
  const isIdle = ({ effect, actions }: Statement) =>
    effect === 'Deny' && intersect(knownActions(actions), allowed).length === 0;
  return policies.flatMap(policy => {
    const isNew = before.every(
      ({ id }) => id !== (policy.replaces ?? policy.id),
    );
    const statements = policy.statements.filter(each => !isIdle(each));
    if (!isNew || statements.length === policy.statements.length) {
      return [policy];
    }
    return statements.length === 0 ? [] : [{ ...policy, statements }];
  });
}
