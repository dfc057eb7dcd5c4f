import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';

/**
 * Tells an entity whose first scan is yet to come from one whose annotations name nothing that a scan will read, such
 * as an account that is no target.
 *
 * @param data - the roles of an entity
 * @returns whether roles will appear by themselves
 */
export function awaitsScan(data: EntityRoles): boolean {
  if (!data.annotated || data.scannedAt !== null) {
    return false;
  }
  if (data.services.length + data.roles.length === 0) {
    return data.problems.length === 0;
  }
  return (
    data.services.some(
      ({ state }) => state !== 'not-a-target' && state !== 'malformed',
    ) ||
    // Lines to add to the configuration: the account of the role is no target.
    data.roles.some(({ problem }) => !problem?.snippet)
  );
}
