import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { StoredFinding } from '../../inventory/Inventory';

/**
 * Leaves out of a finding which resources the users of its role need: whoever reads it need not be allowed to see all of
 * them. They stand among the needs of the role, where each caller is shown those of services that the caller may see.
 *
 * @param finding - of a role that others use too
 * @returns the same finding, where its rule is known not to look at needs
 */
export function withoutNeeded(
  finding: StoredFinding,
  rules: readonly AnyRule[],
): StoredFinding {
  const rule = rules.find(({ id }) => id === finding.ruleId);
  if (rule && ![...rule.needs, ...(rule.wants ?? [])].includes('needs')) {
    return finding;
  }
  const data = { ...finding.data };
  if (Array.isArray(data.needed)) {
    data.needed = [];
  }
  if (Array.isArray(data.kept)) {
    data.kept = data.kept.map(each => ({ ...each, resources: [] }));
  }
  return { ...finding, data };
}
