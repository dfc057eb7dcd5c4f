import { roleArn } from '../testUtils';
import { defaultSettings } from '../analysis/settings';
import { known, unknown, type Unknown } from '../known';
import type {
  AnyReport,
  AnyRule,
  Doubt,
  Messages,
  Report,
  Rule,
  RuleContext,
} from './defineRule';
import type { Evidence, EvidenceKind } from './evidence';
import { notCollected } from './notCollected';

type Case<K extends EvidenceKind, W extends EvidenceKind> = Readonly<{
  /** What is special about it, in words: the page of the rule shows it. */
  name: string;
  /** What the rule needs, and of what it wants that which is known. */
  given: Pick<Evidence, K> & Partial<Pick<Evidence, W>>;
  /** Absent: the first slot of the rule, the role `checkout-task`, default settings. */
  context?: Partial<RuleContext>;
}>;

/** The cases of a rule: its tests, and the examples on its page. */
export type RuleCases<R> = R extends Rule<infer K, infer M, infer W>
  ? CasesOf<K, M, W>
  : never;

type CasesOf<
  K extends EvidenceKind,
  M extends Messages,
  W extends EvidenceKind,
> = Readonly<{
  flagged: readonly (Case<K, W> & Readonly<{ expect: readonly Report<M>[] }>)[];
  accepted: readonly Case<K, W>[];
  /** Evidence that leaves the rule in doubt, and the reason that it gives. */
  undecided?: readonly (Case<K, W> & Readonly<{ because: string }>)[];
}>;

type AnyCase = Readonly<{
  name: string;
  given: object;
  context?: Partial<RuleContext>;
}>;

/** Cases whose rule does not matter to who holds them. */
export type AnyCases = Readonly<{
  flagged: readonly (AnyCase & Readonly<{ expect: readonly AnyReport[] }>)[];
  accepted: readonly AnyCase[];
  undecided?: readonly (AnyCase & Readonly<{ because: string }>)[];
}>;

// Rules tell needs that nobody asked for from those that could not be read.
function notGiven(kind: EvidenceKind): Unknown {
  return kind === 'needs' ? notCollected(kind) : unknown('not read');
}

/** Runs a rule on a case. */
export function runCase(
  rule: AnyRule,
  { given, context }: AnyCase,
): (AnyReport | Doubt)[] {
  const evidence = new Map<string, unknown>(Object.entries(given));
  for (const kind of rule.wants ?? []) {
    evidence.set(
      kind,
      evidence.has(kind) ? known(evidence.get(kind)) : notGiven(kind),
    );
  }
  const arn = roleArn('checkout-task');
  return [
    ...rule.check(Object.fromEntries(evidence), {
      slot: rule.slots[0],
      role: { arn, accountId: '111122223333', name: 'checkout-task' },
      settings: defaultSettings,
      now: new Date('2026-11-02T09:00:00Z'),
      ...context,
    }),
  ];
}

/** Tests a rule on its cases: whole results are compared. */
export function testRule(rule: AnyRule, cases: AnyCases): void {
  describe(`${rule.id} flags`, () => {
    it.each(cases.flagged)('$name', each => {
      expect(runCase(rule, each)).toEqual(each.expect);
    });
  });
  describe(`${rule.id} accepts`, () => {
    it.each(cases.accepted)('$name', each => {
      expect(runCase(rule, each)).toEqual([]);
    });
  });
  if (cases.undecided) {
    describe(`${rule.id} leaves undecided`, () => {
      it.each(cases.undecided ?? [])('$name', each => {
        expect(runCase(rule, each)).toEqual([
          { undecided: expect.objectContaining({ because: each.because }) },
        ]);
      });
    });
  }
}
