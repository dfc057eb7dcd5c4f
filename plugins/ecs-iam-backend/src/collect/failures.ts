import type { Failure } from '@aws-sdk/client-ecs';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import type { Gaps } from './Gaps';
import type { Permission } from './permissions';

/**
 * Keeps the `failures[]` of an answer of ECS, grouped by reason. What is `MISSING` leaves no listing incomplete: it was
 * deleted after it was listed, or is named by something that outlived it. For any other reason it may still be there,
 * and must not be taken for gone.
 *
 * @param leavesIncomplete - the kinds of which something may be missing then
 */
export function addFailures(
  gaps: Gaps,
  api: Permission,
  failures: readonly Failure[] | undefined,
  leavesIncomplete: readonly FactKind[],
): void {
  for (const { arn, reason, detail } of failures ?? []) {
    gaps.add({
      api,
      because: reason ?? 'UNKNOWN',
      message: detail ?? `ECS answered ${reason ?? 'without a reason'}.`,
      resources: arn === undefined ? [] : [arn],
      leavesIncomplete: reason === 'MISSING' ? [] : leavesIncomplete,
    });
  }
}
