import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, stringifyError } from '@backstage/errors';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetSource } from '../refresh/TargetSource';
import type { AnnotatedEntities } from './AnnotatedEntities';

// A catalog in the same process answers as soon as it is initialized: half a minute is plenty.
const RETRIES_MILLISECONDS = [1_000, 2_000, 4_000, 8_000, 15_000];

// A catalog that is read for the first time may take its time: a quarter of an hour, at growing intervals.
const LOOKS_MILLISECONDS = [
  2_000, 3_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000, 240_000,
  400_000,
];

const WHAT_TO_SET =
  "Set ecsIam.targets, such as [{ accountId: '111122223333', regions: [eu-west-1] }]";

export type FirstTargetsOptions = Readonly<{
  targetSource: TargetSource;
  entities: AnnotatedEntities;
  logger: LoggerService;
  pause(milliseconds: number): Promise<unknown>;
}>;

/**
 * Makes sure at start that there is something to scan.
 *
 * @returns whether there is. `false` when only time can tell: the catalog is still empty, because it reads its entities
 *   when every plugin is initialized and not before; or it does not answer
 * @throws InputError that names the key to set, when nothing can be found anywhere
 */
export async function requireTargets(
  options: FirstTargetsOptions,
): Promise<boolean> {
  const { targetSource, entities, logger, pause } = options;
  for (const milliseconds of RETRIES_MILLISECONDS) {
    try {
      if ((await targetSource.targets()).length > 0) {
        return true;
      }
      if (await entities.isCatalogEmpty()) {
        logger.warn(
          `There is nothing to scan until the catalog has an entity with the ARN of an ECS service or an IAM role. ${WHAT_TO_SET} to be independent of it`,
        );
        return false;
      }
      throw new InputError(
        `ecs-iam has no AWS account to scan: ecsIam.targets is not set, aws.locator.resourceTaggingApi has no accounts and regions, and no entity of the catalog has an annotation with the ARN of an ECS service or an IAM role. ${WHAT_TO_SET}`,
      );
    } catch (error) {
      if (error instanceof InputError) {
        throw error;
      }
      logger.info(
        `The catalog does not answer yet, trying again in ${
          milliseconds / 1_000
        } s: ${stringifyError(error)}`,
      );
      await pause(milliseconds);
    }
  }
  logger.warn(
    `The catalog does not answer, so the accounts and regions of the last time are scanned. ${WHAT_TO_SET} to be independent of it`,
  );
  return false;
}

/**
 * Waits until the catalog names something to scan, and asks for its scan: the schedule would come to it later only. A
 * catalog that is being read names more at every look, so two looks must agree.
 *
 * @param request - asks for a scan
 */
export async function scanWhenFound(
  options: FirstTargetsOptions,
  request: (targets: readonly Target[]) => Promise<unknown>,
): Promise<void> {
  const { targetSource, entities, logger, pause } = options;
  let before = '';
  for (const milliseconds of LOOKS_MILLISECONDS) {
    await pause(milliseconds);
    try {
      await entities.index({ maxAgeMilliseconds: 0 });
      const targets = await targetSource.targets();
      const now = JSON.stringify(targets);
      if (targets.length > 0 && now === before) {
        await request(targets);
        return;
      }
      before = now;
    } catch (error) {
      if (error instanceof ConflictError) {
        // The schedule was faster.
        return;
      }
      logger.info(
        `The first scan could not be started: ${stringifyError(error)}`,
      );
    }
  }
  logger.warn(
    `Still nothing to scan: no entity of the catalog has an annotation with the ARN of an ECS service or an IAM role. ${WHAT_TO_SET}. Scheduled scans go on looking`,
  );
}
