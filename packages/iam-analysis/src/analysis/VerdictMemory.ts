import type { Known } from '../known';
import { oncePer } from '../grants/oncePer';
import type { RuleContext } from '../rules/defineRule';
import type { EvidenceInput, EvidenceKind } from '../rules/evidence';
import type { Anchor, RulePlan, RulePlans } from './rulePlan';
import type { Verdict } from './runRule';
import { sameFact } from './sameFact';
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
  readonly #plans: RulePlans;
  readonly #facts: Facts;
  readonly #context: RuleContext;
  readonly #pages = new Map<Anchor, Page | null>();

  /** @param plans - the rules that are about to judge; those of another slot or other settings remember nothing of these */
  constructor(plans: RulePlans, facts: Facts, context: RuleContext) {
    this.#plans = plans;
    this.#facts = facts;
    this.#context = context;
  }

  /** What the rule said of this evidence; `undefined` when it was not asked, or its evidence was another. */
  recall({ anchor, index, asks }: RulePlan): Verdict | undefined {
    const page = anchor === null ? null : this.#pageOf(anchor);
    const last = page?.sheet.verdicts[index];
    if (!page || last === undefined) {
      return undefined;
    }
    const looks = page.sheet.looks[index];
    return (asks & ~page.same) === 0 && (looks & ~page.sameLooks) === 0
      ? last
      : undefined;
  }

  /**
   * Asks the rule, and remembers what it says.
   *
   * @param find - runs the rule, in the context that it gets
   */
  learn(plan: RulePlan, find: (context: RuleContext) => Verdict): Verdict {
    const { anchor, index } = plan;
    if (anchor === null) {
      return find(this.#context);
    }
    const watched = new WatchedContext(this.#context);
    const verdict = find(watched.context);
    const sheet = this.#ownSheet(anchor);
    if (sheet !== null) {
      sheet.verdicts[index] = verdict;
      sheet.looks[index] =
        (watched.looksAtRole ? ROLE : 0) | (watched.looksAtNow ? NOW : 0);
    }
    return verdict;
  }

  #pageOf(anchor: Anchor): Page | null {
    const before = this.#pages.get(anchor);
    if (before !== undefined) {
      return before;
    }
    const key = anchorOf(this.#facts, anchor);
    const page = key === null ? null : this.#open(lastSheetOn(key));
    this.#pages.set(anchor, page);
    return page;
  }

  // Compares each fact once with what it was when the sheet was written: fifty rules ask of the same few.
  #open(shelf: Shelf): Page | null {
    const { sheet } = shelf;
    if (sheet === null || sheet.plans !== this.#plans) {
      return { shelf, sheet: this.#emptySheet(), same: 0, sameLooks: 0 };
    }
    let same = 0;
    this.#plans.kinds.forEach((kind, bit) => {
      if (sameFact(sheet.facts[kind], this.#facts[kind])) {
        same |= 1 << bit;
      }
    });
    const { role, now } = this.#context;
    const sameLooks =
      (sheet.context.role?.arn === role?.arn ? ROLE : 0) |
      (sheet.context.now.getTime() === now.getTime() ? NOW : 0);
    return { shelf, sheet, same, sameLooks };
  }

  // The sheet of this analysis takes the place of the last one, with all that still holds.
  #ownSheet(anchor: Anchor): Sheet | null {
    const page = this.#pageOf(anchor);
    if (page === null || page.sheet.context === this.#context) {
      if (page !== null) {
        page.shelf.sheet = page.sheet;
      }
      return page?.sheet ?? null;
    }
    const own = this.#emptySheet();
    for (const plan of this.#plans.list) {
      const verdict = plan.anchor === anchor ? this.recall(plan) : undefined;
      if (verdict !== undefined) {
        own.verdicts[plan.index] = verdict;
        own.looks[plan.index] = page.sheet.looks[plan.index];
      }
    }
    page.shelf.sheet = own;
    this.#pages.set(anchor, {
      shelf: page.shelf,
      sheet: own,
      same: -1,
      sameLooks: ROLE | NOW,
    });
    return own;
  }

  #emptySheet(): Sheet {
    const facts: { -readonly [K in EvidenceKind]?: Facts[K] } = {};
    const keep = <K extends EvidenceKind>(kind: K) => {
      facts[kind] = this.#facts[kind];
    };
    this.#plans.kinds.forEach(kind => keep(kind));
    return {
      plans: this.#plans,
      facts,
      context: this.#context,
      verdicts: new Array(this.#plans.list.length),
      looks: new Uint8Array(this.#plans.list.length),
    };
  }
}

const ROLE = 1;
const NOW = 2;

/** The verdicts of an analysis, by position of the rule, side by side: a sheet is read for every role of a fleet. */
type Sheet = Readonly<{
  plans: RulePlans;
  /** Those that the rules ask for. */
  facts: Facts;
  context: RuleContext;
  verdicts: (Verdict | undefined)[];
  /** Whether the rule looked at the role, at the clock. */
  looks: Uint8Array;
}>;

/** The last sheet about something. */
type Shelf = { sheet: Sheet | null };

/** A sheet, and how this analysis compares with it. */
type Page = Readonly<{
  shelf: Shelf;
  sheet: Sheet;
  /** The facts that are the same, a bit each. */
  same: number;
  /** Whether the role is the same, and the time. */
  sameLooks: number;
}>;

// By what was made of the documents: a verdict goes when they go.
const lastSheetOn = oncePer((_anchor: object): Shelf => ({ sheet: null }));

function anchorOf(facts: Facts, anchor: Anchor): object | null {
  switch (anchor) {
    case 'grants':
      return valueOf(facts.grants);
    case 'trust':
      return documentOf(valueOf(facts.trust));
    case 'policies':
      return documentOf(valueOf(facts.policies)?.[0] ?? null);
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
