import { unknown, type Unknown } from '../known';
import type {
  AnyReport,
  AnyRule,
  Doubt,
  RuleContext,
} from '../rules/defineRule';

/** What a rule says of its evidence. */
export type Verdict = Readonly<{
  reports: readonly AnyReport[];
  doubts: readonly Unknown[];
}>;

/**
 * A rule of somebody else that throws must not take the other rules with it; it must not pass for "clean" either.
 */
export function runRule(
  rule: AnyRule,
  evidence: object,
  context: RuleContext,
): Verdict {
  const reports: AnyReport[] = [];
  const doubts: Unknown[] = [];
  try {
    for (const result of rule.check(evidence, context)) {
      if (isReport(result)) {
        reports.push(result);
      } else {
        doubts.push(result.undecided);
      }
    }
  } catch (error) {
    return { reports: [], doubts: [unknown(`the rule failed: ${error}`)] };
  }
  return reports.length + doubts.length === 0 ? SILENCE : { reports, doubts };
}

// What most rules say of most roles; the same object for all of them.
const SILENCE: Verdict = { reports: [], doubts: [] };

function isReport(result: AnyReport | Doubt): result is AnyReport {
  return 'message' in result;
}
