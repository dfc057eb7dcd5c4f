import type { Known } from '../known';
import type { AnyRule, RuleContext } from '../rules/defineRule';
import type { EvidenceInput } from '../rules/evidence';
import type { RulePlan } from './rulePlan';
import { sameFact } from './sameFact';
import type { Verdict } from './runRule';
import { WatchedContext } from './WatchedContext';

type Facts = EvidenceInput['facts'];

/**
 * What rules said of the same evidence before. In a fleet most of it was there before: in the last scan, or with another role
 * that has the same policies. Remembered is the last verdict of each rule on the same documents.
 *
 * @remarks
 * A rule is a pure function of its evidence and context. Whether the role and the clock matter is found out by watching
 * whether it looks at them.
 */
export class VerdictMemory {
  readonly #facts: Facts;
  readonly #context: RuleContext;
  readonly #byAnchor = new Map<
    RulePlan['anchor'],
    Map<AnyRule, Remembered> | null
  >();

  constructor(facts: Facts, context: RuleContext) {
    this.#facts = facts;
    this.#context = context;
  }

  /** What the rule said of this evidence; `undefined` when it was not asked, or its evidence was another. */
  recall(plan: RulePlan): Verdict | undefined {
    const last = this.#verdictsBy(plan.anchor)?.get(plan.rule);
    return last !== undefined && this.#isSame(last, plan)
      ? last.verdict
      : undefined;
  }

  /**
   * Asks the rule, and remembers what it says.
   *
   * @param find - runs the rule, in the context that it gets
   */
  learn(plan: RulePlan, find: (context: RuleContext) => Verdict): Verdict {
    const watched = new WatchedContext(this.#context);
    const verdict = find(watched);
    const { slot, settings, role, now } = this.#context;
    this.#verdictsBy(plan.anchor)?.set(plan.rule, {
      facts: this.#facts,
      slot,
      settings,
      role: watched.looksAtRole ? role : undefined,
      now: watched.looksAtNow ? now.getTime() : undefined,
      verdict,
    });
    return verdict;
  }

  #verdictsBy(anchor: RulePlan['anchor']): Map<AnyRule, Remembered> | null {
    const before = this.#byAnchor.get(anchor);
    if (before !== undefined) {
      return before;
    }
    const key = anchorOf(this.#facts, anchor);
    const found = key === null ? null : remembered.get(key) ?? new Map();
    if (key !== null && found !== null) {
      remembered.set(key, found);
    }
    this.#byAnchor.set(anchor, found);
    return found;
  }

  #isSame(last: Remembered, { kinds }: RulePlan): boolean {
    const { slot, settings, role, now } = this.#context;
    if (
      last.slot !== slot ||
      last.settings !== settings ||
      (last.role !== undefined && last.role?.arn !== role?.arn) ||
      (last.now !== undefined && last.now !== now.getTime())
    ) {
      return false;
    }
    for (const kind of kinds) {
      if (!sameFact(last.facts[kind], this.#facts[kind])) {
        return false;
      }
    }
    return true;
  }
}

type Remembered = Pick<RuleContext, 'slot' | 'settings'> &
  Readonly<{
    facts: Facts;
    /** Absent: the rule did not look. */
    role?: RuleContext['role'];
    now?: number;
    verdict: Verdict;
  }>;

// Weak, by what was made of the documents: a verdict goes when they go.
const remembered = new WeakMap<object, Map<AnyRule, Remembered>>();

function anchorOf(facts: Facts, anchor: RulePlan['anchor']): object | null {
  switch (anchor) {
    case 'grants':
      return valueOf(facts.grants);
    case 'trust':
      return documentOf(valueOf(facts.trust));
    case 'policies':
      return documentOf(valueOf(facts.policies)?.[0] ?? null);
    case null:
      return null;
    default:
      return anchor satisfies never;
  }
}

function valueOf<T>(fact: Known<T> | undefined): T | null {
  return fact?.known ? fact.value : null;
}

function documentOf(
  policy: Readonly<{ document: Known<object> }> | null,
): object | null {
  return policy ? valueOf(policy.document) : null;
}
