import type { NeedsReport } from '../../judge/NeedsReport';
import type { codeFormats } from '../advice/adviceCode';
import { cdkRoles } from './cdkRoles';
import { cloudFormationRoles } from './cloudFormationRoles';
import { openNeeds } from './openNeeds';
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
export function leftOutWords(report: NeedsReport): readonly string[] {
  const sentences = report.slots.flatMap(({ slot, needs }) => {
    const { unresolved, unseen } = openNeeds(needs);
    const role = slotWords(slot);
    return [
      ...unresolved.map(
        ({ because, phrase, why }) =>
          `${role} ${phrase} (${because}), which cannot be resolved: ${why}.`,
      ),
      ...unseen.map(
        ({ because, phrase, why }) =>
          `Perhaps needed, and not in the code: ${role} ${phrase} (${because}): ${why}.`,
      ),
    ];
  });
  return roleCodes(report).length === 0
    ? [
        'There is no role to write: nothing is demanded that can be resolved.',
        ...sentences,
      ]
    : sentences;
}
