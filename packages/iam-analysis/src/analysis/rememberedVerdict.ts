import type { AnyRule, RuleContext } from '../rules/defineRule';
import type { Policy } from '../policy/roleDocuments';
import type { EvidenceKind } from '../rules/evidence';
import { runRule, type Verdict } from './runRule';

/** The evidence that a rule asked for: the values of what it needs, and facts, known or not, of what it wants. */
export type RuleEvidence = { readonly [K in EvidenceKind]?: unknown };

/**
 * Runs a rule, or remembers what it said. The same evidence gives the same verdict, and in a fleet most evidence was there
 * before: in the last scan, or with another role that has the same policies.
 *
 * @param rule - a pure function of its evidence and context
 * @remarks
 * Remembered is the last verdict of each rule on the same documents. Whether the role and the clock matter is found out by
 * watching whether the rule looks at them.
 */
export function verdictOf(
  rule: AnyRule,
  evidence: RuleEvidence,
  context: RuleContext,
): Verdict {
  const anchor = anchorOf(evidence);
  if (anchor === null) {
    return runRule(rule, evidence, context);
  }
  let verdicts = remembered.get(anchor);
  if (verdicts === undefined) {
    verdicts = new Map();
    remembered.set(anchor, verdicts);
  }
  const last = verdicts.get(rule);
  if (last !== undefined && isSame(last, rule, evidence, context)) {
    return last.verdict;
  }
  const watched = new WatchedContext(context);
  const verdict = runRule(rule, evidence, watched);
  verdicts.set(rule, {
    evidence,
    slot: context.slot,
    settings: context.settings,
    role: watched.looksAtRole ? context.role : undefined,
    now: watched.looksAtNow ? context.now.getTime() : undefined,
    verdict,
  });
  return verdict;
}

type Remembered = Pick<RuleContext, 'slot' | 'settings'> &
  Readonly<{
    evidence: RuleEvidence;
    /** Absent: the rule did not look. */
    role?: RuleContext['role'];
    now?: number;
    verdict: Verdict;
  }>;

// Weak, by what was made of the documents: a verdict goes when they go.
const remembered = new WeakMap<object, Map<AnyRule, Remembered>>();

// What is the same object whenever the text is the same.
function anchorOf({
  grants,
  trust,
  policies,
}: Readonly<{
  grants?: unknown;
  trust?: unknown;
  policies?: unknown;
}>): object | null {
  if (isObject(grants)) {
    return grants;
  }
  const [policy] = isPolicy(trust)
    ? [trust]
    : Array.isArray(policies) && isPolicy(policies[0])
    ? [policies[0]]
    : [];
  return policy?.document.known ? policy.document.value : null;
}

class WatchedContext implements RuleContext {
  looksAtRole = false;
  looksAtNow = false;
  readonly slot: RuleContext['slot'];
  readonly settings: RuleContext['settings'];
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.slot = context.slot;
    this.settings = context.settings;
    this.#context = context;
  }

  get role(): RuleContext['role'] {
    this.looksAtRole = true;
    return this.#context.role;
  }

  get now(): Date {
    this.looksAtNow = true;
    return this.#context.now;
  }
}

function isSame(
  last: Remembered,
  rule: AnyRule,
  evidence: RuleEvidence,
  { slot, settings, role, now }: RuleContext,
): boolean {
  return (
    last.slot === slot &&
    last.settings === settings &&
    (last.role === undefined || last.role?.arn === role?.arn) &&
    (last.now === undefined || last.now === now.getTime()) &&
    rule.needs.every(kind => sameValue(last.evidence[kind], evidence[kind])) &&
    (rule.wants === undefined ||
      rule.wants.every(kind => sameValue(last.evidence[kind], evidence[kind])))
  );
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (!isObject(a) || !isObject(b)) {
    return false;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  if (isPolicy(a) && isPolicy(b)) {
    return (
      a.id === b.id && a.name === b.name && sameValue(a.document, b.document)
    );
  }
  if (isFact(a) && isFact(b)) {
    return (
      a.known === b.known &&
      a.because === b.because &&
      a.needs === b.needs &&
      sameValue(a.value, b.value)
    );
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPolicy(value: unknown): value is Policy {
  return isObject(value) && 'document' in value && 'id' in value;
}

function isFact(value: object): value is Readonly<{
  known: boolean;
  because?: unknown;
  needs?: unknown;
  value?: unknown;
}> {
  return 'known' in value;
}
