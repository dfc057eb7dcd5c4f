import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import { keyOf } from '../TargetCoverage';
import type { TargetName } from '../TargetCoverage';

/** A scan without the targets that are not the caller's business. */
export function presentScanOf(
  scan: Scan,
  targets: readonly TargetName[],
): Scan {
  const keys = new Set(targets.map(keyOf));
  return {
    ...scan,
    targets: scan.targets.filter(target => keys.has(keyOf(target))),
  };
}
