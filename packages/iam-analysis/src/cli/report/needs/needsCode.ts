import type { NeedsReport } from '../../judge/NeedsReport';
import type { codeFormats } from '../advice/adviceCode';
import { cdkRoles } from './cdkRoles';
import { cloudFormationRoles } from './cloudFormationRoles';
import { roleCodes } from './RoleCode';
import { slotWords } from './slotWords';
import { terraformRoles } from './terraformRoles';

/** The roles as code, with nothing else; `''` when none is demanded. */
export function needsCode(
  report: NeedsReport,
  format: (typeof codeFormats)[number],
): string {
  const roles = roleCodes(report);
  switch (format) {
    case 'terraform':
      return terraformRoles(roles);
    case 'cloudformation':
      return cloudFormationRoles(roles);
    case 'cdk':
      return cdkRoles(roles);
    default:
      return format satisfies never;
  }
}

/** What the code leaves out, in sentences. */
export function unresolvedWords(report: NeedsReport): readonly string[] {
  const sentences = report.slots.flatMap(({ slot, needs }) =>
    needs.unresolved.map(
      ({ because, phrase, why }) =>
        `${slotWords(
          slot,
        )} ${phrase} (${because}), which cannot be resolved: ${why}.`,
    ),
  );
  return roleCodes(report).length === 0
    ? [
        'There is no role to write: nothing is demanded that can be resolved.',
        ...sentences,
      ]
    : sentences;
}
