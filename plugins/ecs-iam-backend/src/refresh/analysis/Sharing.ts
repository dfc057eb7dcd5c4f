import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Evidence, Known, RoleSlot, RoleUse } from '@ecs-iam/iam-analysis';
import type { Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory, StoredRoleUse } from '../../inventory/Inventory';
import { familyOf } from './tasksOf';

type Sharer = Evidence['sharedWith'][number];

/** Who uses which role in which slot, across all targets. */
export class Sharing {
  readonly #users: ReadonlyMap<string, readonly Sharer[]>;
  readonly #gap: Gap | undefined;

  private constructor(
    users: ReadonlyMap<string, readonly Sharer[]>,
    gap: Gap | undefined,
  ) {
    this.#users = users;
    this.#gap = gap;
  }

  /**
   * Reads the users of roles as they are stored at this moment. Role uses are to be written before, so that of two
   * targets that are analysed at once, the later one sees both.
   *
   * @param slots - in which sharing matters
   * @param gaps - of the target: services that could not be listed may share a role too
   */
  static async read(
    inventory: Inventory,
    uses: readonly RoleUse[],
    slots: readonly RoleSlot[],
    gaps: readonly Gap[],
  ): Promise<Sharing> {
    const arns = uses.flatMap(({ slot, roleArn }) =>
      slots.includes(slot) && roleArn.known && roleArn.value !== null
        ? [roleArn.value]
        : [],
    );
    const users = new Map<string, Sharer[]>();
    for (const use of await inventory.usesOfRoles(arns, slots)) {
      const key = keyOf(use);
      users.set(key, [...(users.get(key) ?? []), ...sharersOf(use)]);
    }
    return new Sharing(
      users,
      gaps.find(gap => gap.leavesIncomplete.includes('service')),
    );
  }

  /**
   * @returns the other services with the role of this use in its slot. That there are none is known only when all
   *   services of the target could be listed.
   */
  of(use: RoleUse, serviceArn: string): Known<readonly Sharer[]> {
    const others = (this.#users.get(keyOf(use)) ?? []).filter(
      sharer => sharer.serviceArn !== serviceArn,
    );
    return others.length === 0 && this.#gap
      ? unknown(this.#gap.because, this.#gap.api)
      : known(others);
  }
}

function sharersOf({ serviceArn, revisions }: StoredRoleUse): Sharer[] {
  const families = new Set(
    revisions.map(({ taskDefinitionArn }) => familyOf(taskDefinitionArn)),
  );
  return [...families].map(family => ({ serviceArn, family }));
}

function keyOf({ slot, roleArn }: RoleUse): string {
  return `${slot} ${roleArn.known ? roleArn.value ?? '' : ''}`;
}
