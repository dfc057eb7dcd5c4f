import {
  analyse,
  type Analysis,
  type AnalysisOptions,
} from '../../analysis/analyse';
import { compareFindings, compareUndecided } from '../../analysis/order';
import type { EvidenceInput } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { evidenceOfUse } from './evidenceOf';
import { roleInput } from './roleInput';

/**
 * Judges the role of a case in its slot; and, where the facts say what uses it, that use. Slots without a role are uses
 * too.
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
  const user = userOf(given);
  const emptySlot = (subject: string, slot: Case['slot']): EvidenceInput => ({
    subject,
    slot,
    role: null,
    facts: evidenceOfUse({ role: null, slot, facts: given.facts }, given.role),
  });
  if (given.role === null) {
    return user === null ? [] : [emptySlot(user, given.slot)];
  }
  const ofRole = roleInput(given);
  return user === null
    ? [ofRole]
    : [
        ofRole,
        { ...ofRole, subject: user },
        ...given.emptySlots.map(slot => emptySlot(user, slot)),
      ];
}

/** @returns the ARN of the role; of a slot without one, what names its use */
export function nameOfCase(given: Case): string {
  return given.role?.arn ?? userOf(given) ?? '';
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

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map(each => [JSON.stringify(each), each])).values()];
}
