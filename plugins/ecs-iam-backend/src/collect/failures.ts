import type { Failure } from '@aws-sdk/client-ecs';
import type { Gaps } from './Gaps';
import type { Permission } from './permissions';

/**
 * Keeps the `failures[]` of an answer of ECS, grouped by reason. They leave no listing incomplete: what is `MISSING` was
 * deleted after it was listed, or is named by something that outlived it.
 */
export function addFailures(
  gaps: Gaps,
  api: Permission,
  failures: readonly Failure[] | undefined,
): void {
  for (const { arn, reason, detail } of failures ?? []) {
    gaps.add({
      api,
      because: reason ?? 'UNKNOWN',
      message: detail ?? `ECS answered ${reason ?? 'without a reason'}.`,
      resources: arn === undefined ? [] : [arn],
      leavesIncomplete: [],
    });
  }
}
