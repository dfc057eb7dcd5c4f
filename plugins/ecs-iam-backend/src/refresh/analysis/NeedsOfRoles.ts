import { known, uniteNeeds, unknown } from '@ecs-iam/iam-analysis';
import type {
  Known,
  RoleNeeds,
  RoleSlot,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { Inventory, NeedsOfUse } from '../../inventory/Inventory';
import type { AccountCoverage } from './accountCoverage';
import { slotsWithNeeds } from './needsOfUse';

/** What all that use a role in a slot need of it together, across the regions of its account. */
export class NeedsOfRoles {
  /** Those of which it knows the needs. */
  readonly slots: readonly RoleSlot[];
  readonly #uses: ReadonlyMap<string, readonly NeedsOfUse[]>;
  readonly #incomplete: ReadonlyMap<RoleSlot, Unknown>;

  private constructor(
    slots: readonly RoleSlot[],
    uses: ReadonlyMap<string, readonly NeedsOfUse[]>,
    incomplete: ReadonlyMap<RoleSlot, Unknown>,
  ) {
    this.slots = slots;
    this.#uses = uses;
    this.#incomplete = incomplete;
  }

  /**
   * Reads what is stored at this moment. Role uses are to be written before, so that of two targets that are analysed
   * at once, the later one sees both.
   *
   * @param options - `slots`: those in which needs matter; none: nothing is read. `open`: by `openSlots`
   */
  static async read(
    options: Readonly<{
      inventory: Pick<Inventory, 'needsOfRoles'>;
      coverage: AccountCoverage;
      open: ReadonlyMap<RoleSlot, Unknown>;
      roleArns: readonly string[];
      slots: readonly RoleSlot[];
    }>,
  ): Promise<NeedsOfRoles> {
    const { inventory, coverage, open, roleArns } = options;
    const slots = options.slots.filter(slot => slotsWithNeeds.includes(slot));
    const uses = new Map<string, NeedsOfUse[]>();
    for (const use of await inventory.needsOfRoles(roleArns, slots)) {
      const key = keyOf(use.roleArn, use.slot);
      uses.set(key, [...(uses.get(key) ?? []), use]);
    }
    const unlisted = coverage.missing('service');
    return new NeedsOfRoles(
      slots,
      uses,
      unlisted ? new Map(slots.map(slot => [slot, unlisted])) : open,
    );
  }

  /** @returns the uses of a role in a slot, by service and revision */
  usesOf(roleArn: string, slot: RoleSlot): readonly NeedsOfUse[] {
    return this.#uses.get(keyOf(roleArn, slot)) ?? [];
  }

  /**
   * @returns what they need together; unknown when there may be more of them than are known, or what one of them needs
   *   is not
   */
  of(roleArn: string, slot: RoleSlot): Known<RoleNeeds> {
    const incomplete = this.#incomplete.get(slot);
    if (incomplete) {
      return incomplete;
    }
    const uses = this.usesOf(roleArn, slot);
    if (uses.length === 0) {
      return unknown('nothing uses the role any more');
    }
    const all: RoleNeeds[] = [];
    for (const { needs } of uses) {
      if (!needs.known) {
        return needs;
      }
      all.push(...needs.value.map(each => each.needs));
    }
    return known(uniteNeeds(all));
  }
}

function keyOf(roleArn: string, slot: RoleSlot): string {
  return `${slot} ${roleArn}`;
}
