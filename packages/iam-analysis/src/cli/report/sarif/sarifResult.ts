import { createHash } from 'node:crypto';
import type { AnyRule } from '../../../rules/defineRule';
import type { CaseReport, DescribedFinding } from '../../judge/CaseReport';
import { lineOf } from '../lineOf';
import { placeOf } from '../placeWords';
import { artifactUri } from './artifactUri';
import { pointerInFile } from './pointerInFile';
import { levelOf } from './sarifRule';

/** A finding as a `result` of SARIF (section 3.27). A mitigated one is for information: nothing is to be done. */
export function sarifResult(
  { finding, text }: DescribedFinding,
  { source, given }: CaseReport,
  rules: readonly AnyRule[],
) {
  const { ruleId, severity, state, mitigatedBy, subject, data, at } = finding;
  const place = placeOf(at);
  const pointer = pointerInFile(place, given.role, source.roleAt);
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    ...(state === 'active'
      ? { kind: 'fail', level: levelOf(severity) }
      : { kind: 'informational', level: 'none' }),
    message: { text: text.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(source.file) },
          region: { startLine: lineOf(source.text, pointer) },
        },
        logicalLocations: [
          { fullyQualifiedName: at === '' ? subject : `${subject} ${at}` },
        ],
      },
    ],
    partialFingerprints: {
      'iamAnalysis/v1': fingerprint([
        ruleId,
        subject,
        given.slot,
        at,
        finding.message,
        data,
      ]),
    },
    properties: {
      severity,
      state,
      ...(mitigatedBy === null ? {} : { mitigatedBy }),
      role: given.role?.arn ?? null,
      slot: given.slot,
      data,
    },
  };
}

function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 32);
}
