import type { RoleUse } from '@ecs-iam/iam-analysis';
import type { RoleInSlot } from '../../Inventory';
import type { RoleUseRow } from '../../tables';
import type { RoleUseWithoutNeeds } from './readRoleUses';

/** A use as it is written. Without what follows from it, what is stored stays. */
export type WrittenUse = RoleUseWithoutNeeds &
  Partial<Pick<RoleUseRow, 'needs' | 'imds_reached'>>;

/**
 * @returns the roles whose users differ between the two lists, or of which a user of both needs something else
 */
export function changedRoles(
  before: readonly WrittenUse[],
  after: readonly WrittenUse[],
): RoleInSlot[] {
  const changed = new Map<string, RoleInSlot>();
  const sides = [before, after].map(
    rows => new Map(rows.map(row => [sharingOf(row), row])),
  );
  for (const [one, other] of [sides, [...sides].reverse()]) {
    for (const [sharing, row] of one) {
      const { role_arn, slot } = row;
      const there = other.get(sharing);
      if (role_arn !== null && (!there || hasOtherNeeds(row, there))) {
        changed.set(`${role_arn} ${slot}`, { roleArn: role_arn, slot });
      }
    }
  }
  return [...changed.values()];
}

// What a sharer of the role can tell of this use: the service, the slot, the revisions.
function sharingOf(row: WrittenUse): string {
  const { revisions }: RoleUse = JSON.parse(row.role_use);
  const arns = revisions.map(revision => revision.taskDefinitionArn).sort();
  return [row.role_arn, row.slot, row.service_id, ...arns].join(' ');
}

function hasOtherNeeds(a: WrittenUse, b: WrittenUse): boolean {
  return a.needs !== undefined && b.needs !== undefined && a.needs !== b.needs;
}
