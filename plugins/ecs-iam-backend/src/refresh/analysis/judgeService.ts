import { known, resolveRoleArn } from '@ecs-iam/iam-analysis';
import type {
  Compute,
  EvidenceInput,
  Finding,
  RoleUse,
  ServiceContext,
  Undecided,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { Verdict } from '../../inventory/Inventory';
import type { AnalysisOptions, Judge } from './judge';
import type { RoleEvidence } from './RoleEvidence';
import { roleRef } from './RoleEvidence';
import { notRead } from './serviceContexts';
import type { Sharing } from './Sharing';

/** A service with its role uses. */
export type ServiceOfRun = Readonly<{
  context: ServiceContext;
  compute: readonly Compute[];
  uses: readonly RoleUse[];
}>;

export type ServiceVerdict = Readonly<{
  verdict: Verdict;
  /** By position of the use. */
  undecided: readonly (readonly Undecided[])[];
}>;

/**
 * Judges the role uses of a service.
 *
 * @returns its findings, and by use what could not be judged, what concerns the role itself included
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
  const { roles, judge, analysis } = options;
  const findings: Finding[] = [];
  const keep: Verdict['undecided'][number][] = [];
  const undecided = service.uses.map(use => {
    if (!use.roleArn.known) {
      const open = allUndecided(use, use.roleArn, analysis);
      keep.push(...roles.protectedBy(null, use.slot, open));
      return open;
    }
    const arn = use.roleArn.value;
    const analyses = inputsOf(service, use, arn, options).map(judge);
    const open = analyses.flatMap(each => each.undecided);
    findings.push(...analyses.flatMap(each => each.findings));
    keep.push(...roles.protectedBy(arn, use.slot, open));
    const ofRole = arn === null ? [] : roles.judgeIn(arn, use.slot).undecided;
    return distinct([...open, ...ofRole]);
  });
  return {
    verdict: {
      subject: service.context.service.arn,
      findings,
      undecided: keep,
    },
    undecided,
  };
}

// A use by several revisions is judged with each of them.
function inputsOf(
  { context, compute }: ServiceOfRun,
  use: RoleUse,
  roleArn: string | null,
  { roles, sharing }: Readonly<{ roles: RoleEvidence; sharing: Sharing }>,
): EvidenceInput[] {
  const { service } = context;
  const input: EvidenceInput = {
    subject: service.arn,
    slot: use.slot,
    role: roleArn === null ? null : roleRef(roleArn),
    facts: {
      ...(roleArn === null ? {} : roles.factsOf(roleArn)),
      service: known(service),
      cluster: context.cluster,
      compute: known(compute),
      sharedWith: sharing.of(use, service.arn),
    },
  };
  return use.revisions.length === 0
    ? [input]
    : use.revisions.map(({ taskDefinitionArn }) => ({
        ...input,
        facts: { ...input.facts, ...revisionFacts(context, taskDefinitionArn) },
      }));
}

function revisionFacts(
  { service, taskDefinitions }: ServiceContext,
  arn: string,
): EvidenceInput['facts'] {
  const definition = taskDefinitions.get(arn);
  if (!definition) {
    const missing = notRead(undefined, 'ecs:DescribeTaskDefinition');
    return { taskDefinition: missing, taskRoles: missing };
  }
  const { taskRoleArn, executionRoleArn } = definition;
  const resolved = (role: string | null) =>
    role === null ? null : resolveRoleArn(role, service);
  return {
    taskDefinition: known(definition),
    taskRoles: known({
      task: resolved(taskRoleArn),
      execution: resolved(executionRoleArn),
    }),
  };
}

// Which role it is is not known, so no rule that would judge it can. A rule that is judged only where its evidence is
// collected would say nothing where nobody collects it, and this much is not known of a role that nobody knows.
function allUndecided(
  { slot }: RoleUse,
  { because, needs }: Unknown,
  { rules, settings }: AnalysisOptions,
): Undecided[] {
  return rules
    .filter(
      rule =>
        rule.slots.includes(slot) &&
        !rule.whereCollected?.length &&
        settings.rules[rule.id]?.enabled !== false,
    )
    .map(({ id }) => ({ ruleId: id, because, needs: needs ?? null }));
}

function distinct(undecided: readonly Undecided[]): Undecided[] {
  return [
    ...new Map(undecided.map(each => [JSON.stringify(each), each])).values(),
  ];
}
