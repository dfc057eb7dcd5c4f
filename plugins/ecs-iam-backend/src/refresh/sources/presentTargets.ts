import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Inventory, TargetState } from '../../inventory/Inventory';
import type { TargetSource } from '../TargetSource';

/**
 * Brings the stored targets up to date with their source. When the source cannot be asked (the catalog is down), the
 * targets stay those of the last time: a scan goes on with what was known.
 *
 * @returns the state of every target
 */
export async function presentTargets(
  options: Readonly<{
    source: TargetSource;
    inventory: Inventory;
    logger: LoggerService;
    now: Date;
  }>,
): Promise<readonly TargetState[]> {
  const { source, inventory, logger, now } = options;
  try {
    await inventory.registerTargets(await source.targets(), now);
  } catch (error) {
    logger.warn(
      `The accounts and regions to scan could not be read, so those of the last time are scanned. Is the catalog up? Setting ecsIam.targets makes scans independent of it. ${stringifyError(
        error,
      )}`,
    );
  }
  return inventory.targets();
}
