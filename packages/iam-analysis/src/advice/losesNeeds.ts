import { judgeNeeds } from '../ecs/permissions/judgeNeeds';
import type { JudgedNeed } from '../ecs/permissions/judgedNeed';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import type { Policy } from '../policy/roleDocuments';
import { identityPoliciesOf, type Situation } from './situation';

/**
 * Whether a role would lack what ECS needs of it and it has today: then tasks stop, however grave the finding is that goes.
 * Where that is not known, nothing is.
 *
 * @param situation - with the role of today
 * @param changed - policies that the role could have
 */
export function losesNeeds(
  situation: Situation,
  changed: readonly ProposedPolicy[],
): boolean {
  const { policies } = situation.today.facts;
  if (!policies?.known) {
    return false;
  }
  const before = statesOf(situation, policies.value);
  const after = statesOf(situation, identityPoliciesOf(changed, situation));
  return before.some(
    (state, index) => state !== 'missing' && after[index] === 'missing',
  );
}

function statesOf(
  { today }: Situation,
  policies: readonly Policy[],
): readonly JudgedNeed['state'][] {
  const { needs, boundary } = today.facts;
  if (!needs?.known || !boundary?.known) {
    return [];
  }
  const judged = judgeNeeds(needs.value, {
    policies,
    boundary: boundary.value,
  });
  return judged.known ? judged.value.map(({ state }) => state) : [];
}
