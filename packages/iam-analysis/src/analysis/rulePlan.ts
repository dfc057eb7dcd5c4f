import { oncePer } from '../grants/oncePer';
import type { RoleSlot } from '../ecs/slots';
import type { AnyRule } from '../rules/defineRule';
import type { EvidenceKind } from '../rules/evidence';

/** A rule with what follows from it alone. */
export type RulePlan = Readonly<{
  rule: AnyRule;
  /** All evidence that it asks for. */
  kinds: readonly EvidenceKind[];
  /** The evidence by which its verdicts are remembered; `null`: they are not. */
  anchor: 'grants' | 'trust' | 'policies' | null;
}>;

/**
 * The rules that judge a slot, found once for each list of rules: every role of a fleet is judged by the same.
 *
 * @param rules - a list that does not change
 * @param about - a role, or the use of one
 * @param slot - where the role is used
 */
export function rulePlans(
  rules: readonly AnyRule[],
  about: AnyRule['about'],
  slot: RoleSlot,
): readonly RulePlan[] {
  const plans = plansOf(rules);
  const key = `${about} ${slot}`;
  const before = plans.get(key);
  if (before !== undefined) {
    return before;
  }
  const found = rules
    .filter(rule => rule.about === about && rule.slots.includes(slot))
    .map(planOf);
  plans.set(key, found);
  return found;
}

const plansOf = oncePer(
  (_rules: readonly AnyRule[]) => new Map<string, readonly RulePlan[]>(),
);

function planOf(rule: AnyRule): RulePlan {
  const kinds = [...rule.needs, ...(rule.wants ?? [])];
  const anchor =
    ANCHORS.find(
      kind => rule.needs.includes(kind) || rule.wants?.includes(kind),
    ) ?? null;
  return { rule, kinds, anchor };
}

// Large, shared between roles, and the same object whenever the text is the same.
const ANCHORS = ['grants', 'trust', 'policies'] as const;
