import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { parseRoleArn } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../../inventory/Inventory';
import type { AnnotatedRoleSource } from '../TargetSource';

/**
 * The roles that annotations name, by target. When the catalog cannot be asked, the list of the last time is good; a
 * process that has none yet asks again for every role that the target has seen, so that none is taken for gone.
 */
export class AnnotatedRoles {
  readonly #options: AnnotatedRolesOptions;
  #last: readonly string[] | undefined;

  private constructor(options: AnnotatedRolesOptions) {
    this.#options = options;
  }

  static create(options: AnnotatedRolesOptions): AnnotatedRoles {
    return new AnnotatedRoles(options);
  }

  /** Asks the catalog. Logs a warning when it does not answer. */
  async refresh(): Promise<void> {
    const { source, logger } = this.#options;
    try {
      this.#last = await source.roleArns();
    } catch (error) {
      logger.warn(
        `The roles that annotations name could not be read from the catalog, so those of the last time are scanned. Is the catalog up? ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** @returns ARNs of roles in the target's account to read beside those that ECS names */
  async of(target: Target): Promise<readonly string[]> {
    const arns =
      this.#last ??
      (await this.#options.inventory.targetFacts(target)).roles.map(
        ({ arn }) => arn,
      );
    return arns.filter(arn => {
      const parsed = parseRoleArn(arn);
      return parsed.ok && parsed.value.accountId === target.accountId;
    });
  }
}

export type AnnotatedRolesOptions = Readonly<{
  source: AnnotatedRoleSource;
  inventory: Inventory;
  logger: LoggerService;
}>;
