import type { Config } from '@backstage/config';
import { defaultSettings, severities } from '@ecs-iam/iam-analysis';
import type { AnalysisSettings } from '@ecs-iam/iam-analysis';
import { z } from 'zod';
import { accountIdSchema } from './accountId';
import type { ConfigProblems } from './ConfigProblems';
import { wholeNumber } from './wholeNumber';

const analysisSchema = z.strictObject(
  {
    knownAccounts: z
      .array(accountIdSchema, 'must be a list of AWS account ids')
      .optional(),
    // IAM remembers the last use of a role for 400 days, so nothing longer can be told.
    unusedAfterDays: wholeNumber(1, 400).optional(),
    rules: z
      .record(
        z.string(),
        z.strictObject(
          {
            enabled: z.boolean('must be true or false').optional(),
            severity: z
              .enum(severities, `must be one of ${severities.join(', ')}`)
              .optional(),
          },
          'must be an object such as { enabled: false } or { severity: low }',
        ),
        "must be an object by rule id, such as { 'iam.not-action': { severity: low } }",
      )
      .optional(),
  },
  'must be an object with knownAccounts, unusedAfterDays or rules',
);

/** Reads `ecsIam.analysis` over its defaults. */
export function readAnalysis(
  config: Config,
  problems: ConfigProblems,
): AnalysisSettings {
  const given = problems.parse(
    'ecsIam.analysis',
    config.getOptional('ecsIam.analysis') ?? {},
    analysisSchema,
  );
  return {
    knownAccounts: given?.knownAccounts ?? defaultSettings.knownAccounts,
    unusedAfterDays: given?.unusedAfterDays ?? defaultSettings.unusedAfterDays,
    rules: given?.rules ?? defaultSettings.rules,
  };
}

/**
 * Settings for rules that do not exist. A warning and no error: a rule may have been renamed by an upgrade, or come
 * from a module that is not installed any more.
 *
 * @param ruleIds - the ids of all rules
 * @returns a sentence for each, which names the key
 */
export function unknownRuleSettings(
  settings: AnalysisSettings,
  ruleIds: readonly string[],
): readonly string[] {
  return Object.keys(settings.rules)
    .filter(id => !ruleIds.includes(id))
    .map(
      id =>
        `ecsIam.analysis.rules['${id}']: there is no rule with this id, so the setting does nothing; GET /api/ecs-iam/v1/rules lists the ids`,
    );
}
