import type { SharedWith } from '@ecs-iam/plugin-ecs-iam-common';

/** What a caller may see of other users of a role. */
export type Sight = Readonly<{
  /** Entities whose roles the caller may see. */
  readable: ReadonlySet<string>;
  mayReadFleet: boolean;
}>;

/** The entities that stand for the users of a role. */
export function entityRefsOf(sharedWith: SharedWith): readonly string[] {
  return sharedWith.visible.flatMap(({ entityRefs }) => entityRefs);
}

/**
 * Takes out the users that a caller may not see; they are only counted. Of a user that several entities stand for,
 * only those that the caller may see are named.
 */
export function redactSharedWith(
  { visible, hidden }: SharedWith,
  { readable, mayReadFleet }: Sight,
): SharedWith {
  const seen = visible
    .map(user => ({
      ...user,
      entityRefs: user.entityRefs.filter(ref => readable.has(ref)),
    }))
    .filter(({ entityRefs }) => mayReadFleet || entityRefs.length > 0);
  return { visible: seen, hidden: hidden + visible.length - seen.length };
}
