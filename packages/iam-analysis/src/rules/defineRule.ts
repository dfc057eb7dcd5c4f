import type { Mitigation, Severity } from '../analysis/finding';
import type { RoleSlot } from '../ecs/slots';
import type { Evidence, EvidenceKind } from './evidence';
import type { AnalysisSettings } from '../analysis/settings';

/**
 * The messages of a rule by id: each turns its typed data into a sentence.
 *
 * @public
 */
// Parameters are contravariant: only `never` lets every concrete message in.
export type Messages = Readonly<Record<string, (data: never) => string>>;

/**
 * What `check` yields. `severity` and `mitigatedBy` may depart from the rule's default.
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
export type Rule<K extends EvidenceKind, M extends Messages> = Readonly<{
  id: string;
  title: string;
  severity: Severity;
  /** A rule about a `role` is judged once a role and slot; a rule about a `use` once a service and slot. */
  about: 'role' | 'use';
  /** The slots that the rule judges. */
  slots: readonly RoleSlot[];
  /** Evidence that `check` sees. When a piece is missing, the rule is reported as undecided. */
  needs: readonly K[];
  docs: RuleDocs;
  messages: M;
  check(evidence: Pick<Evidence, K>, context: RuleContext): Iterable<Report<M>>;
}>;

/**
 * A rule whose types do not matter to who holds it.
 *
 * @public
 */
export type AnyRule = Rule<never, Messages>;

/**
 * Exists for inference only: a rule stays plain data.
 *
 * @public
 */
export function defineRule<
  const K extends EvidenceKind,
  const M extends Messages,
>(rule: Rule<K, M>): Rule<K, M> {
  return rule;
}
