import type {
  ExcessPermission,
  NeededPermission,
  SlotNeeds,
  UnresolvedNeed,
} from '@ecs-iam/plugin-ecs-iam-common';

/** How the role stands to its needs, in the order in which it concerns people. */
export type NeedSections = Readonly<{
  /** Their lack breaks something. */
  missing: readonly NeededPermission[];
  /** Missing as well, but nothing breaks by that alone. */
  tolerated: readonly NeededPermission[];
  /** The worst kind first. */
  excess: readonly ExcessPermission[];
  conditional: readonly NeededPermission[];
  unknown: readonly NeededPermission[];
  held: readonly NeededPermission[];
  /** Needed, and cannot be named. */
  unresolved: readonly UnresolvedNeed[];
  /** May be needed: that depends on what is not known. */
  unseen: readonly UnresolvedNeed[];
}>;

/** Kinds of excess, worst first. */
export const excessKinds = [
  'agent',
  'application',
  'secrets',
  'beyond',
  'tool-shaped',
  'baseline',
] as const satisfies readonly ExcessPermission['kind'][];

/**
 * @param kind - of an excess
 * @returns whether it asks for a look; what tools and AWS's own policies are known to add does not
 */
export function isLoud(kind: ExcessPermission['kind']): boolean {
  return kind !== 'tool-shaped' && kind !== 'baseline';
}

/**
 * Sorts needs and excess of a slot for people.
 *
 * @param slot - as the server sends it
 * @returns the sections; those of which there is nothing are empty
 */
export function needSections(
  slot: Pick<SlotNeeds, 'permissions' | 'excess' | 'unresolved'>,
): NeedSections {
  const inState = (state: NeededPermission['state']) =>
    slot.permissions.filter(permission => permission.state === state);
  const missing = inState('missing');
  return {
    missing: missing.filter(({ breaks }) => breaks),
    tolerated: missing.filter(({ breaks }) => !breaks),
    excess: [...slot.excess].sort(
      (a, b) => excessKinds.indexOf(a.kind) - excessKinds.indexOf(b.kind),
    ),
    conditional: inState('conditional'),
    unknown: inState('unknown'),
    held: inState('held'),
    unresolved: slot.unresolved.filter(({ certain }) => certain),
    unseen: slot.unresolved.filter(({ certain }) => !certain),
  };
}

/**
 * @param sections - of one slot
 * @returns whether ECS demands nothing of the role, and the role holds nothing that it should not
 */
export function isEmpty(sections: NeedSections): boolean {
  return Object.values(sections).every(section => section.length === 0);
}
