import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { Text } from '../../hooks/useText';

/**
 * How far a scan is, in words.
 *
 * @param t - the texts
 * @param scan - the scan; `null` while it is being asked for
 * @returns one short sentence
 */
export function scanProgress(t: Text, scan: Scan | null): string {
  if (scan === null || scan.progress.total === 0) {
    return t('scan.scanning');
  }
  if (scan.state === 'queued') {
    return t('scan.queued');
  }
  const { done, total } = scan.progress;
  return t('scan.progress', { done: String(done), count: total });
}
