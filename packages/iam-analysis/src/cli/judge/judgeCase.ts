import {
  analyse,
  type Analysis,
  type AnalysisOptions,
} from '../../analysis/analyse';
import { compareFindings, compareUndecided } from '../../analysis/order';
import type { RoleSlot } from '../../ecs/slots';
import type { EvidenceInput } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { evidenceOfUse } from './evidenceOf';
import { roleInput } from './roleInput';

/**
 * Judges the role of a case in its slot; and, where the facts say what uses it, that use. With a task definition, the
 * slots that it leaves without a role are uses too.
 */
export function judgeCase(given: Case, options: AnalysisOptions): Analysis {
  const analyses = inputsOf(given).map(input => analyse(input, options));
  return {
    findings: analyses
      .flatMap(({ findings }) => findings)
      .sort(compareFindings),
    undecided: distinct(analyses.flatMap(({ undecided }) => undecided)).sort(
      compareUndecided,
    ),
  };
}

function inputsOf(given: Case): readonly EvidenceInput[] {
  const ofRole = roleInput(given);
  const user = userOf(given);
  if (user === null) {
    return [ofRole];
  }
  return [
    ofRole,
    { ...ofRole, subject: user },
    ...slotsWithoutRole(given).map(empty => ({
      subject: user,
      slot: empty,
      role: null,
      facts: evidenceOfUse(given),
    })),
  ];
}

/** @returns what names the use of the role in findings about it; `null` when the facts do not tell of any use */
function userOf({ facts }: Case): string | null {
  const { service, taskDefinition, cluster, hosts } = facts;
  if (service.known) {
    return service.value.arn;
  }
  if (taskDefinition.known) {
    return taskDefinition.value.arn;
  }
  if (cluster.known) {
    return cluster.value.arn;
  }
  return hosts.known && hosts.value.length > 0
    ? hosts.value[0].clusterArn || hosts.value[0].arn
    : null;
}

function slotsWithoutRole({ slot, facts }: Case): readonly RoleSlot[] {
  if (!facts.taskDefinition.known) {
    return [];
  }
  const { taskRoleArn, executionRoleArn } = facts.taskDefinition.value;
  const empty: RoleSlot[] = [
    ...(taskRoleArn === null ? (['task'] as const) : []),
    ...(executionRoleArn === null ? (['execution'] as const) : []),
  ];
  return empty.filter(each => each !== slot);
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map(each => [JSON.stringify(each), each])).values()];
}
