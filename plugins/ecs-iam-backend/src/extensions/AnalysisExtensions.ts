import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { rules } from '@ecs-iam/iam-analysis';
import type { AnalysisSettings, AnyRule } from '@ecs-iam/iam-analysis';
import type { EcsIamAnalysisExtensionPoint } from '@ecs-iam/plugin-ecs-iam-node';
import { unknownRuleSettings } from '../config/readAnalysis';

/** The rules of this project, and those that modules add. */
export class AnalysisExtensions implements EcsIamAnalysisExtensionPoint {
  readonly #rules = new Map<string, AnyRule>(
    rules.map(rule => [rule.id, rule]),
  );

  private constructor() {}

  static create(): AnalysisExtensions {
    return new AnalysisExtensions();
  }

  addRules(...added: readonly AnyRule[]): void {
    for (const rule of added) {
      if (this.#rules.has(rule.id)) {
        throw new ConflictError(
          `There is a rule '${rule.id}' already; give yours another id`,
        );
      }
      this.#rules.set(rule.id, rule);
    }
  }

  /**
   * All rules, to be asked for when every module has added its own. Warns of settings for rules that do not exist.
   */
  rulesFor(
    settings: AnalysisSettings,
    logger: LoggerService,
  ): readonly AnyRule[] {
    const all = [...this.#rules.values()];
    const ids = all.map(({ id }) => id);
    unknownRuleSettings(settings, ids).forEach(warning => logger.warn(warning));
    return all;
  }
}
