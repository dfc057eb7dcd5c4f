import type {
  Compute,
  EvidenceInput,
  Finding,
  RoleUse,
  ServiceContext,
  Undecided,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { DerivedOfUse, Verdict } from '../../inventory/Inventory';
import type { AnalysisOptions, Judge } from './judge';
import { needsByRevision } from './needsOfUse';
import type { RoleEvidence } from './RoleEvidence';
import { roleRef } from './RoleEvidence';
import { revisionFacts, serviceFacts } from './serviceFacts';
import type { Sharing } from './Sharing';

/** A service with its role uses. */
export type ServiceOfRun = Readonly<{
  context: ServiceContext;
  compute: readonly Compute[];
  uses: readonly RoleUse[];
  /** By position of the use. */
  derived: readonly DerivedOfUse[];
}>;

export type ServiceVerdict = Readonly<{
  verdict: Verdict;
  /** By position of the use. */
  undecided: readonly (readonly Undecided[])[];
}>;

/**
 * Judges the role uses of a service.
 *
 * @returns its findings, and by use what could not be judged, what concerns the role itself included; in the verdict
 *   also what nobody is told
 */
export function judgeService(
  service: ServiceOfRun,
  options: Readonly<{
    analysis: AnalysisOptions;
    judge: Judge;
    roles: RoleEvidence;
    sharing: Sharing;
  }>,
): ServiceVerdict {
  const { roles, judge, analysis, sharing } = options;
  const subject = service.context.service.arn;
  const around = serviceFacts(service, roles);
  const findings: Finding[] = [];
  const keep: Verdict['undecided'][number][] = [];
  const undecided = service.uses.map((use, position) => {
    if (!use.roleArn.known) {
      const open = allUndecided(use, use.roleArn, analysis);
      // Where the slot is not open, there is no role to be told, such as while there is no host.
      if (roles.isOpen(use.slot)) {
        keep.push(...roles.protectedBy(null, use.slot, open));
      }
      return open.filter(each => !isOptional(each, analysis));
    }
    const arn = use.roleArn.value;
    const facts = { ...around, sharedWith: sharing.of(use, subject) };
    const analyses = inputsOf(service, position, facts, roles).map(judge);
    const open = analyses.flatMap(each => each.undecided);
    findings.push(...analyses.flatMap(each => each.findings));
    keep.push(...roles.protectedBy(arn, use.slot, open));
    const ofRole = arn === null ? [] : roles.judgeIn(arn, use.slot).undecided;
    return distinct([...open, ...ofRole]).filter(
      each => each.needs === null || !isOptional(each, analysis),
    );
  });
  return {
    verdict: {
      subject,
      findings,
      undecided: keep,
    },
    undecided,
  };
}

// A use by several revisions is judged with each of them.
function inputsOf(
  { context, uses, derived }: ServiceOfRun,
  position: number,
  around: EvidenceInput['facts'],
  roles: RoleEvidence,
): EvidenceInput[] {
  const { slot, roleArn, revisions } = uses[position];
  const arn = roleArn.known ? roleArn.value : null;
  const needed = derived[position].needs;
  const revisionArns =
    revisions.length === 0
      ? [null]
      : revisions.map(({ taskDefinitionArn }) => taskDefinitionArn);
  return revisionArns.map(revision => ({
    subject: context.service.arn,
    slot,
    role: arn === null ? null : roleRef(arn),
    facts: {
      ...(arn === null ? {} : roles.factsOf(arn)),
      ...around,
      ...(needed ? { needs: needsByRevision(needed, revision) } : {}),
      ...(revision === null ? {} : revisionFacts(context, revision)),
    },
  }));
}

// Which role it is is not known, so no rule that would judge it can.
function allUndecided(
  { slot }: RoleUse,
  { because, needs }: Unknown,
  { rules, settings }: AnalysisOptions,
): Undecided[] {
  return rules
    .filter(
      rule =>
        rule.slots.includes(slot) && settings.rules[rule.id]?.enabled !== false,
    )
    .map(({ id }) => ({ ruleId: id, because, needs: needs ?? null }));
}

// An account need not allow what such a rule rests on. Where it does not, nobody should read of a check that could not be
// made; what was found while it did, stays. Nor of a role that nobody knows is it known whether such a rule would judge it.
function isOptional(
  { ruleId }: Undecided,
  { rules }: AnalysisOptions,
): boolean {
  const rule = rules.find(({ id }) => id === ruleId);
  return (rule?.whereCollected?.length ?? 0) > 0;
}

function distinct(undecided: readonly Undecided[]): Undecided[] {
  return [
    ...new Map(undecided.map(each => [JSON.stringify(each), each])).values(),
  ];
}
