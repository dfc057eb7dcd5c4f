import { printDiff } from '../../../advice/diff/diffPolicies';
import type { Proposal } from '../../../advice/proposal';
import { documentOf } from '../../../advice/print/printJson';
import { catalogueDate } from '../../../catalogue/catalogue';
import type { CaseAdvice, RoleAdvice } from '../../judge/CaseAdvice';
import { caseJson } from '../jsonReport';
import { findingJson } from '../jsonLine';
import { notEvaluated } from '../visibility';
import { changesWords } from './changeWords';

/** All advice as one JSON document: one entry of `proposals` for each case, in order. */
export function adviceJson(all: readonly CaseAdvice[]): string {
  const document = {
    catalogueDate,
    notEvaluated,
    proposals: all.map(each => ({
      ...caseJson(each),
      ...(each.advice.known
        ? roleAdviceJson(each.advice.value)
        : { outcome: 'unread', because: each.advice.because }),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function roleAdviceJson({
  outcome,
  proposal,
  clears,
  stays,
  each,
}: RoleAdvice) {
  return {
    outcome,
    ...proposalJson(proposal),
    clears: clears.map(findingJson),
    stays: stays.map(stay => ({ ...findingJson(stay), because: stay.because })),
    leftAlone: proposal.leftAlone,
    each: each.map(one => ({
      finding: findingJson(one),
      says: changesWords(one.own.changes),
      ...proposalJson(one.own),
    })),
  };
}

function proposalJson({ write, remove, diff, drops }: Proposal) {
  return {
    // Nothing is a proposal that the engine has not found so.
    grantsNothingNew: true,
    policies: write.map(policy => ({
      id: policy.id,
      name: policy.name,
      kind: policy.kind,
      replaces: policy.replaces,
      document: documentOf(policy),
    })),
    remove,
    diff: printDiff(diff),
    drops,
  };
}
