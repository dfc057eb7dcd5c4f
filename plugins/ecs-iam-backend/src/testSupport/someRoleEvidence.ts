import { defaultSettings, rules } from '@ecs-iam/iam-analysis';
import type { EvidenceInput, Role } from '@ecs-iam/iam-analysis';
import { NeedsOfRoles } from '../refresh/analysis/NeedsOfRoles';
import { RoleEvidence } from '../refresh/analysis/RoleEvidence';
import { at } from './anInventory';

/**
 * What is known of roles that no service uses.
 *
 * @param ruleIds - the rules that judge them
 */
export async function someRoleEvidence(
  roles: readonly Role[],
  ruleIds: readonly string[] = [],
  ofAccount: EvidenceInput['facts'] = {},
): Promise<RoleEvidence> {
  return RoleEvidence.create({
    rules: rules.filter(({ id }) => ruleIds.includes(id)),
    settings: defaultSettings,
    roles,
    slots: new Map(),
    ofAccount,
    open: new Map(),
    active: [],
    needs: await NeedsOfRoles.read({
      inventory: { needsOfRoles: async () => [] },
      coverage: { unscanned: null, missing: () => null },
      open: new Map(),
      roleArns: [],
      slots: [],
    }),
    gaps: [],
    at: at('10:00'),
  });
}
