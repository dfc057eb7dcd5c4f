import type { Unknown } from '../known';
import type { AnyReport, AnyRule, RuleContext } from '../rules/defineRule';
import type { EvidenceInput, EvidenceKind } from '../rules/evidence';
import type { Finding, Severity, Undecided } from './finding';
import { compareFindings, compareUndecided } from './order';
import { rulePlans } from './rulePlan';
import { notCollected } from '../rules/notCollected';
import { runRule, type Verdict } from './runRule';
import { defaultSettings, type AnalysisSettings } from './settings';
import { VerdictMemory } from './VerdictMemory';

/** @public */
export type AnalysisOptions = Readonly<{
  /** A list that stays as it is: what follows from it is found out once. */
  rules: readonly AnyRule[];
  /** Absent: {@link defaultSettings}. */
  settings?: AnalysisSettings;
  now: Date;
}>;

/** @public */
export type Analysis = Readonly<{
  /** The worst first. */
  findings: readonly Finding[];
  undecided: readonly Undecided[];
}>;

/**
 * Judges one role in one slot, or one slot of a service, by all rules that are about it. A rule whose evidence is
 * missing is reported as undecided: nothing passes because it was not read.
 *
 * @param input - what is known
 * @param options - the rules, the settings and the clock
 * @returns findings, sorted by severity, rule and place; and what could not be judged, with the permission it needs
 * @public
 */
export function analyse(
  input: EvidenceInput,
  options: AnalysisOptions,
): Analysis {
  const settings = options.settings ?? defaultSettings;
  const context: RuleContext = {
    slot: input.slot,
    role: input.role,
    settings,
    now: options.now,
  };
  const about = input.subject === input.role?.arn ? 'role' : 'use';
  const plans = rulePlans(options.rules, settings, about, input.slot);
  const memory = new VerdictMemory(plans, input.facts, context);
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const plan of plans.list) {
    if (isCollected(plan.rule, input)) {
      const verdict =
        memory.recall(plan) ??
        memory.learn(plan, watched => judge(plan.rule, input, watched));
      for (const finding of findingsOf(plan.rule, verdict, context, input)) {
        findings.push(finding);
      }
      if (verdict.doubts.length > 0) {
        undecided.push(...toUndecided(plan.rule, verdict.doubts));
      }
    }
  }
  return {
    findings: findings.sort(compareFindings),
    undecided: undecided.sort(compareUndecided),
  };
}

function isCollected(
  { whereCollected }: AnyRule,
  { facts }: EvidenceInput,
): boolean {
  return (
    whereCollected === undefined || whereCollected.every(kind => facts[kind])
  );
}

function judge(
  rule: AnyRule,
  input: EvidenceInput,
  context: RuleContext,
): Verdict {
  const evidence: { [K in EvidenceKind]?: unknown } = {};
  const doubts: Unknown[] = [];
  for (const kind of rule.needs) {
    const fact = factOf(input, kind);
    if (fact.known) {
      evidence[kind] = fact.value;
    } else {
      doubts.push(fact);
    }
  }
  if (doubts.length > 0) {
    return { reports: [], doubts };
  }
  for (const kind of rule.wants ?? []) {
    evidence[kind] = factOf(input, kind);
  }
  return runRule(rule, evidence, context);
}

function factOf(input: EvidenceInput, kind: EvidenceKind) {
  return input.facts[kind] ?? notCollected(kind);
}

// A verdict that is remembered mostly makes the same findings again: the role is the same, in the next scan.
function findingsOf(
  rule: AnyRule,
  { reports }: Verdict,
  context: RuleContext,
  { subject }: EvidenceInput,
): readonly Finding[] {
  if (reports.length === 0) {
    return NONE;
  }
  const last = lastFindings.get(reports);
  if (
    last !== undefined &&
    last.subject === subject &&
    last.slot === context.slot &&
    last.settings === context.settings
  ) {
    return last.findings;
  }
  const findings = reports.map(each => toFinding(rule, each, context, subject));
  const { slot, settings } = context;
  lastFindings.set(reports, { subject, slot, settings, findings });
  return findings;
}

const NONE: readonly Finding[] = [];

const lastFindings = new WeakMap<
  Verdict['reports'],
  Pick<RuleContext, 'slot' | 'settings'> &
    Readonly<{ subject: string; findings: readonly Finding[] }>
>();

function toFinding(
  rule: AnyRule,
  report: AnyReport,
  { slot, settings }: RuleContext,
  subject: string,
): Finding {
  return {
    ruleId: rule.id,
    severity: settings.rules[rule.id]?.severity ?? severityOf(rule, report),
    state: report.mitigatedBy === undefined ? 'active' : 'mitigated',
    mitigatedBy: report.mitigatedBy ?? null,
    subject,
    slot,
    message: report.message,
    data: report.data,
    at: report.at,
  };
}

// What a slot is for asks nobody to act.
function severityOf(
  rule: AnyRule,
  { severity = rule.severity, mitigatedBy }: AnyReport,
): Severity {
  const isMinor = severity === 'low' || severity === 'info';
  return mitigatedBy === 'baseline' && !isMinor ? 'low' : severity;
}

function toUndecided(rule: AnyRule, doubts: readonly Unknown[]): Undecided[] {
  const distinct = new Map<string, Undecided>();
  for (const { because, needs = null } of doubts) {
    distinct.set(JSON.stringify([because, needs]), {
      ruleId: rule.id,
      because,
      needs,
    });
  }
  return [...distinct.values()];
}
