import type { AnyRule } from '../../../rules/defineRule';
import type { CaseReport } from '../../judge/CaseReport';
import { nameOfCase } from '../../judge/judgeCase';
import { limits } from '../visibility';
import { sarifResult } from './sarifResult';
import { sarifRule } from './sarifRule';

/**
 * All cases as a log of SARIF 2.1.0, for code scanning. A rule that could not be judged is a notification: no result
 * must not look like a pass.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @param rules - all that were judged
 * @param version - of the command
 */
export function sarifReport(
  reports: readonly CaseReport[],
  rules: readonly AnyRule[],
  version: string,
): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'iam-analysis',
            version,
            semanticVersion: version,
            rules: rules.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              notification(limits),
              ...reports.flatMap(report =>
                report.undecided.map(({ ruleId, because, needs }) => ({
                  ...notification(
                    `${ruleId} is not decided for ${nameOfCase(
                      report.given,
                    )}: ${because}${needs === null ? '' : ` (${needs})`}.`,
                  ),
                  associatedRule: {
                    id: ruleId,
                    index: rules.findIndex(({ id }) => id === ruleId),
                  },
                })),
              ),
            ],
          },
        ],
        results: reports.flatMap(report =>
          report.findings.map(each => sarifResult(each, report, rules)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notification(text: string) {
  return { level: 'note', message: { text } };
}
