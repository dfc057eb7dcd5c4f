import type { AnalysisSettings, AnyRule } from '@ecs-iam/iam-analysis';
import type { RuleList } from '@ecs-iam/plugin-ecs-iam-common';

/** A rule of the catalogue, as the configuration has it. */
export function presentRule(
  rule: AnyRule,
  settings: AnalysisSettings,
): RuleList['items'][number] {
  const { enabled, severity } = settings.rules[rule.id] ?? {};
  return {
    id: rule.id,
    title: rule.title,
    severity: severity ?? rule.severity,
    enabled: enabled ?? true,
    slots: [...rule.slots],
    why: rule.docs.why,
    fix: rule.docs.fix,
    leaveIt: rule.docs.leaveIt,
    links: [...rule.docs.links],
  };
}
