import type { EvidenceInput } from '../../rules/evidence';
import type { RoleCase } from '../evidence/Case';
import { evidenceOf } from './evidenceOf';

/** The role of a case as what is judged, beside whatever uses it. */
export function roleInput(given: RoleCase): EvidenceInput {
  const { role, slot } = given;
  return { subject: role.arn, slot, role, facts: evidenceOf(given) };
}
