import type { AnalysisSettings } from '../analysis/settings';
import type { Mitigation, Severity } from '../analysis/finding';
import type { RoleSlot } from '../ecs/slots';
import type { Unknown } from '../known';
import type { Evidence, EvidenceKind, WantedEvidence } from './evidence';

/**
 * The messages of a rule by id: each turns its typed data into a sentence.
 *
 * @public
 */
// Parameters are contravariant: only `never` lets every concrete message in.
export type Messages = Readonly<Record<string, (data: never) => string>>;

/**
 * What a rule found. `severity` and `mitigatedBy` may depart from the rule's default.
 *
 * @public
 */
export type Report<M extends Messages> = {
  [Id in keyof M & string]: Readonly<{
    message: Id;
    data: Parameters<M[Id]>[0];
    at: string;
    severity?: Severity;
    mitigatedBy?: Mitigation;
  }>;
}[keyof M & string];

/**
 * What a rule could not judge although its evidence was there: for example one of ten policies that was not read.
 *
 * @public
 */
export type Doubt = Readonly<{ undecided: Unknown }>;

/** @public */
export type RuleDocs = Readonly<{
  /** Why it is dangerous. */
  why: string;
  /** The smallest change that clears it. */
  fix: string;
  /** When to leave it as it is. */
  leaveIt: string;
  links: readonly string[];
}>;

/**
 * What a rule knows beside its evidence.
 *
 * @public
 */
export type RuleContext = Readonly<{
  slot: RoleSlot;
  role: Readonly<{ arn: string; accountId: string; name: string }> | null;
  settings: AnalysisSettings;
  /** The clock is an argument: the same input gives the same findings. */
  now: Date;
}>;

/** @public */
export type Rule<
  K extends EvidenceKind,
  M extends Messages,
  W extends EvidenceKind = never,
> = Readonly<{
  id: string;
  title: string;
  severity: Severity;
  /** A rule about a `role` is judged once a role and slot; a rule about a `use` once a service and slot. */
  about: 'role' | 'use';
  /** The slots that the rule judges. */
  slots: readonly RoleSlot[];
  /** Evidence that `check` sees. When a piece is missing, the rule is reported as undecided. */
  needs: readonly K[];
  /** Evidence that `check` sees as `Known`, so that it is judged without it too. */
  wants?: readonly W[];
  /**
   * Of what the rule needs, evidence from a source that not everybody has switched on. Where nobody collected it (there
   * is no fact at all), the rule is not judged, and nobody reads of a check that could not be. Where it was asked for
   * and could not be read, the rule is undecided as ever.
   */
  whereCollected?: readonly NoInfer<K>[];
  docs: RuleDocs;
  messages: M;
  check(
    evidence: Pick<Evidence, K> & Pick<WantedEvidence, W>,
    context: RuleContext,
  ): Iterable<Report<M> | Doubt>;
}>;

/**
 * A report whose rule does not matter to who holds it.
 *
 * @public
 */
export type AnyReport = Readonly<{
  message: string;
  data: Readonly<Record<string, unknown>>;
  at: string;
  severity?: Severity;
  mitigatedBy?: Mitigation;
}>;

/**
 * A message whose data does not matter to who holds it. Only a method's parameter may be narrower than declared, and
 * a message takes narrower data than "any object".
 *
 * @public
 */
export type AnyMessage = {
  render(data: Readonly<Record<string, unknown>>): string;
}['render'];

/**
 * A rule whose types do not matter to who holds it.
 *
 * @public
 */
export type AnyRule = Readonly<{
  id: string;
  title: string;
  severity: Severity;
  about: 'role' | 'use';
  slots: readonly RoleSlot[];
  needs: readonly EvidenceKind[];
  wants?: readonly EvidenceKind[];
  whereCollected?: readonly EvidenceKind[];
  docs: RuleDocs;
  messages: Readonly<Record<string, AnyMessage>>;
  check(evidence: object, context: RuleContext): Iterable<AnyReport | Doubt>;
}>;

/**
 * Declares a rule. Exists for inference only: a rule stays plain data.
 *
 * @param rule - the rule
 * @returns the same object, with the types of its evidence and messages
 * @public
 */
export function defineRule<
  const K extends EvidenceKind,
  const M extends Messages,
  const W extends EvidenceKind = never,
>(rule: Rule<K, M, W>): Rule<K, M, W> {
  return rule;
}
