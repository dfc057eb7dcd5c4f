import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { parseRoleArn } from '@ecs-iam/iam-analysis';
import type { CollectRequest, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../../inventory/Inventory';
import type { AnnotatedNameList, AnnotatedNameSource } from '../TargetSource';

/**
 * The roles and task families that annotations name, by target. When the catalog cannot be asked, the list of the last
 * time is good; a process that has none yet asks again for every role and family that the target has seen, so that none is
 * taken for gone.
 */
export class AnnotatedNames {
  readonly #options: AnnotatedNamesOptions;
  #last: AnnotatedNameList | undefined;

  private constructor(options: AnnotatedNamesOptions) {
    this.#options = options;
  }

  static create(options: AnnotatedNamesOptions): AnnotatedNames {
    return new AnnotatedNames(options);
  }

  /** Asks the catalog. Logs a warning when it does not answer. */
  async refresh(): Promise<void> {
    const { source, logger } = this.#options;
    try {
      this.#last = await source.names();
    } catch (error) {
      logger.warn(
        `The roles and task families that annotations name could not be read from the catalog, so those of the last time are scanned. Is the catalog up? ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** @returns what to read in the target beside what ECS names */
  async of(
    target: Target,
  ): Promise<Pick<CollectRequest, 'roleArns' | 'taskFamilies'>> {
    const { roleArns, families } = this.#last ?? (await this.#seenIn(target));
    return {
      roleArns: roleArns.filter(arn => {
        const parsed = parseRoleArn(arn);
        return parsed.ok && parsed.value.accountId === target.accountId;
      }),
      taskFamilies: [
        ...new Set(
          families
            .filter(
              ({ place }) =>
                place === null ||
                (place.accountId === target.accountId &&
                  place.region === target.region),
            )
            .map(({ family }) => family),
        ),
      ].sort(),
    };
  }

  async #seenIn(target: Target): Promise<AnnotatedNameList> {
    const facts = await this.#options.inventory.targetFacts(target);
    return {
      roleArns: facts.roles.map(({ arn }) => arn),
      families: facts.services
        .filter(({ kind }) => kind === 'task-family')
        .map(({ name }) => ({ family: name, place: target })),
    };
  }
}

export type AnnotatedNamesOptions = Readonly<{
  source: AnnotatedNameSource;
  inventory: Pick<Inventory, 'targetFacts'>;
  logger: LoggerService;
}>;
