import { oncePer } from '../grants/oncePer';
import type { RoleSlot } from '../ecs/slots';
import type { AnyRule } from '../rules/defineRule';
import type { EvidenceKind } from '../rules/evidence';
import type { AnalysisSettings } from './settings';

/** A rule with what follows from it alone. */
export type RulePlan = Readonly<{
  rule: AnyRule;
  /** Its position in the list. */
  index: number;
  /** The evidence that it asks for, a bit each in the order of {@link RulePlans.kinds}. */
  asks: number;
  /** The evidence by which its verdicts are remembered; `null`: they are not. */
  anchor: Anchor | null;
}>;

/** Large, shared between roles, and the same object whenever the text is the same. */
export type Anchor = (typeof ANCHORS)[number];

// What differs most from role to role first: thousands have the same trust policy.
const ANCHORS = ['grants', 'policies', 'trust'] as const;

/** The rules that judge a slot. */
export type RulePlans = Readonly<{
  list: readonly RulePlan[];
  /** All evidence that any of them asks for. */
  kinds: readonly EvidenceKind[];
}>;

/**
 * The rules that judge a slot, found once for each list of rules and settings: every role of a fleet is judged by the same.
 *
 * @param rules - a list that does not change
 * @param settings - which rules are switched off; an object that does not change
 * @param about - a role, or the use of one
 * @param slot - where the role is used
 * @returns the same object for the same arguments
 */
export function rulePlans(
  rules: readonly AnyRule[],
  settings: AnalysisSettings,
  about: AnyRule['about'],
  slot: RoleSlot,
): RulePlans {
  const plans = plansBy(rules, settings);
  const key = `${about} ${slot}`;
  const before = plans.get(key);
  if (before !== undefined) {
    return before;
  }
  const found = planAll(
    rules.filter(
      rule =>
        rule.about === about &&
        rule.slots.includes(slot) &&
        settings.rules[rule.id]?.enabled !== false,
    ),
  );
  plans.set(key, found);
  return found;
}

type BySlot = Map<string, RulePlans>;

const plansOf = oncePer(
  (_rules: readonly AnyRule[]) => new WeakMap<AnalysisSettings, BySlot>(),
);

function plansBy(
  rules: readonly AnyRule[],
  settings: AnalysisSettings,
): BySlot {
  const bySettings = plansOf(rules);
  const before = bySettings.get(settings);
  if (before !== undefined) {
    return before;
  }
  const plans: BySlot = new Map();
  bySettings.set(settings, plans);
  return plans;
}

function planAll(rules: readonly AnyRule[]): RulePlans {
  const kinds = [...new Set(rules.flatMap(kindsOf))];
  // With more kinds than bits, facts could be taken for the same that are not: then nothing is remembered.
  const isSmall = kinds.length < 32;
  const list = rules.map((rule, index) => {
    const asked = kindsOf(rule);
    return {
      rule,
      index,
      asks: asked.reduce((bits, kind) => bits | (1 << kinds.indexOf(kind)), 0),
      anchor: isSmall
        ? ANCHORS.find(kind => asked.includes(kind)) ?? null
        : null,
    };
  });
  return { list, kinds };
}

function kindsOf({ needs, wants = [] }: AnyRule): readonly EvidenceKind[] {
  return [...needs, ...wants];
}
