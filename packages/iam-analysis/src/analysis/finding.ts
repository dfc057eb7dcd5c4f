import type { RoleSlot } from '../ecs/slots';

/** @public */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const;

/** @public */
export type Severity = (typeof severities)[number];

/** @public */
export type Mitigation =
  | 'deny'
  | 'boundary'
  | 'condition'
  | 'resource'
  | 'baseline';

/**
 * What a rule found. It holds ids and data, not text: `describeFinding` renders it from the rule when it is read.
 *
 * @public
 */
export type Finding = Readonly<{
  ruleId: string;
  severity: Severity;
  state: 'active' | 'mitigated';
  mitigatedBy: Mitigation | null;
  /** ARN of the role (rules about a role) or of the service (rules about its wiring). */
  subject: string;
  slot: RoleSlot;
  /** Id of the message in the rule. */
  message: string;
  data: Readonly<Record<string, unknown>>;
  /** The place: `<policy id>#<JSON pointer>`, such as `inline:app#/Statement/0`; `''` when it is no place in a policy. */
  at: string;
}>;

/**
 * A rule that could not be judged, and the permission that would let it be.
 *
 * @public
 */
export type Undecided = Readonly<{
  ruleId: string;
  because: string;
  needs: string | null;
}>;

/**
 * The text of a finding.
 *
 * @public
 */
export type FindingText = Readonly<{
  title: string;
  message: string;
  why: string;
  fix: string;
  leaveIt: string;
  links: readonly string[];
}>;
