import type { Finding } from '../../analysis/finding';
import type { Change } from '../change/change';
import type { Situation } from '../situation';
import { replacement } from './managed';
import { actionsOfLevels } from './actionsOfLevels';

/** The policy goes. */
export function* removePolicy({ at }: Finding): Generator<Change[]> {
  yield [{ kind: 'remove-policy', policy: policyOf(at) }];
}

/** An inline policy of the same statements. */
export function* replacePolicy(
  { at }: Finding,
  { policies }: Situation,
): Generator<Change[]> {
  const policy = policies.find(({ id }) => id === policyOf(at));
  if (policy) {
    yield [replacement(policy.id, policy.name, policies)];
  }
}

/** An inline policy without those actions that change who may reach what; for the strongest policies, none. */
export function* weakenPolicy(finding: Finding, situation: Situation) {
  const id = policyOf(finding.at);
  const policy = situation.policies.find(each => each.id === id);
  if (policy && finding.severity === 'medium') {
    yield policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .map(
        ({ at }): Change => ({
          kind: 'drop-actions',
          at: `${id}#${at}`,
          actions: actionsOfLevels('*', ['Permissions management']),
        }),
      );
  }
  yield* removePolicy(finding);
}

/** The same statements, without what AWS does not read. */
export function* rewritePolicy({ at }: Finding): Generator<Change[]> {
  yield [{ kind: 'rewrite-policy', policy: policyOf(at) }];
}

function policyOf(at: string): string {
  return at.split('#', 1)[0];
}
