import type { Known } from '../../../known';
import type { Cluster } from '../../service';

/** Where the settings of ECS Exec stand. */
export const EXEC_SETTINGS =
  'cluster.configuration.executeCommandConfiguration';

/** @returns why the settings are not known, in a sentence without a full stop */
export function settingsNotRead(
  cluster: Extract<Known<Cluster>, { known: false }>,
): string {
  return `the settings of the cluster are not known (${cluster.because}): with ecs:DescribeClusters they are`;
}
