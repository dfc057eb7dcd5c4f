import type { Scan, TargetStatus } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { StoredGap, TargetState } from '../../inventory/Inventory';
import { presentGaps } from './presentGap';

/** How far the scans of a target came. */
export function presentTarget(
  target: Target,
  around: Readonly<{
    state: TargetState | undefined;
    gaps: readonly StoredGap[];
    /** The target in a scan that is under way. */
    scanning: Scan['targets'][number] | undefined;
  }>,
): TargetStatus {
  const { state, gaps, scanning } = around;
  const { accountId, region, partition } = target;
  const isUnderWay =
    scanning?.state === 'queued' || scanning?.state === 'running';
  return {
    accountId,
    region,
    partition,
    state: isUnderWay ? scanning.state : state?.outcome ?? 'never',
    lastAttempt: state?.lastAttempt ?? null,
    lastSuccess: state?.lastSuccess ?? null,
    error: state?.error ?? null,
    services: state?.services ?? 0,
    roles: state?.roles ?? 0,
    gaps: presentGaps(gaps, () => partition),
  };
}
