import type {
  RoleNeeds,
  UnresolvedNeed,
} from '../../../ecs/permissions/permission';

/** What a slot leaves open. */
export type OpenNeeds = Readonly<{
  /** Demanded, and cannot be named. */
  unresolved: readonly UnresolvedNeed[];
  /** May be demanded, depending on what is not seen here. */
  unseen: readonly UnresolvedNeed[];
}>;

/** @param needs - of a slot */
export function openNeeds({
  unresolved,
}: Pick<RoleNeeds, 'unresolved'>): OpenNeeds {
  return {
    unresolved: unresolved.filter(({ certain }) => certain),
    unseen: unresolved.filter(({ certain }) => !certain),
  };
}
