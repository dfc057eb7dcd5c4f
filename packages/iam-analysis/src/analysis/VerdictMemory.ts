import type { Known } from '../known';
import type { AnyRule, RuleContext } from '../rules/defineRule';
import { oncePer } from '../grants/oncePer';
import type { EvidenceInput, EvidenceKind } from '../rules/evidence';
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
  /** What verdicts are kept with: of the facts, those that rules asked for. */
  readonly #kept: { -readonly [K in EvidenceKind]?: Facts[K] } = {};
  readonly #now: Occasion;
  readonly #byAnchor = new Map<RulePlan['anchor'], Verdicts | null>();
  /** The occasion that facts were compared with last, and which were the same. */
  #compared: Occasion | null = null;
  #same = new Map<EvidenceKind, boolean>();

  constructor(facts: Facts, context: RuleContext) {
    this.#facts = facts;
    this.#now = { facts: this.#kept, context };
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
    const watched = new WatchedContext(this.#now.context);
    const verdict = find(watched.context);
    plan.kinds.forEach(kind => this.#keep(kind));
    this.#verdictsBy(plan.anchor)?.set(plan.rule, {
      occasion: this.#now,
      looksAtRole: watched.looksAtRole,
      looksAtNow: watched.looksAtNow,
      verdict,
    });
    return verdict;
  }

  #keep<K extends EvidenceKind>(kind: K): void {
    this.#kept[kind] = this.#facts[kind];
  }

  #verdictsBy(anchor: RulePlan['anchor']): Verdicts | null {
    const before = this.#byAnchor.get(anchor);
    if (before !== undefined) {
      return before;
    }
    const key = anchorOf(this.#facts, anchor);
    const found = key === null ? null : verdictsOn(key);
    this.#byAnchor.set(anchor, found);
    return found;
  }

  #isSame(last: Remembered, { kinds }: RulePlan): boolean {
    const then = last.occasion.context;
    const now = this.#now.context;
    return (
      then.slot === now.slot &&
      then.settings === now.settings &&
      (!last.looksAtRole || then.role?.arn === now.role?.arn) &&
      (!last.looksAtNow || then.now.getTime() === now.now.getTime()) &&
      kinds.every(kind => this.#isSameFact(last.occasion, kind))
    );
  }

  // Fifty rules ask of the same few facts.
  #isSameFact(occasion: Occasion, kind: EvidenceKind): boolean {
    if (occasion !== this.#compared) {
      this.#compared = occasion;
      this.#same = new Map();
    }
    const before = this.#same.get(kind);
    if (before !== undefined) {
      return before;
    }
    const same = sameFact(occasion.facts[kind], this.#facts[kind]);
    this.#same.set(kind, same);
    return same;
  }
}

/** An analysis: what was known, and in which context. */
type Occasion = Readonly<{ facts: Facts; context: RuleContext }>;

type Remembered = Readonly<{
  occasion: Occasion;
  looksAtRole: boolean;
  looksAtNow: boolean;
  verdict: Verdict;
}>;

type Verdicts = Map<AnyRule, Remembered>;

// By what was made of the documents: a verdict goes when they go.
const verdictsOn = oncePer((_anchor: object): Verdicts => new Map());

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
