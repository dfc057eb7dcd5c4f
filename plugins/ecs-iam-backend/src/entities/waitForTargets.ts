import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetSource } from '../refresh/TargetSource';

// Half a minute in all: a new portal needs some seconds until its catalog has read its first entities.
const PAUSES_MILLISECONDS = [1_000, 2_000, 4_000, 8_000, 15_000];

const NOTHING_ANNOTATED =
  'no entity has an annotation with the ARN of a service or role';

/**
 * Waits at start until there is something to scan. With targets in the configuration that is at once; the catalog may
 * still be coming up.
 *
 * @throws InputError that names the key to set, when nothing can be found anywhere
 */
export async function waitForTargets(
  source: TargetSource,
  options: Readonly<{
    logger: LoggerService;
    pause: (milliseconds: number) => Promise<unknown>;
  }>,
): Promise<readonly Target[]> {
  let because = NOTHING_ANNOTATED;
  for (const milliseconds of [0, ...PAUSES_MILLISECONDS]) {
    if (milliseconds > 0) {
      options.logger.info(
        `Nothing to scan yet (${because}); asking the catalog again in ${
          milliseconds / 1_000
        } s`,
      );
      await options.pause(milliseconds);
    }
    try {
      const targets = await source.targets();
      if (targets.length > 0) {
        return targets;
      }
      because = NOTHING_ANNOTATED;
    } catch (error) {
      because = `the catalog could not be asked: ${
        isError(error) ? error.message : String(error)
      }`;
    }
  }
  throw new InputError(
    `ecs-iam has no AWS account to scan: ecsIam.targets is not set, aws.locator.resourceTaggingApi has no accounts and regions, and ${because}. Set ecsIam.targets, such as [{ accountId: '111122223333', regions: [eu-west-1] }].`,
  );
}
