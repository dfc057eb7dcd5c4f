import type { RoleUse } from './roleUse';
import { daemonRows } from './rows/daemonRows';
import { executionRows } from './rows/executionRows';
import { instanceRows } from './rows/instanceRows';
import { namedRoleRows } from './rows/namedRoleRows';
import { taskRows } from './rows/taskRows';
import type { ServiceContext } from './serviceContext';

/**
 * The role summary table of one service: a row at least for execution, task and instance role, also when a role is
 * absent or not needed; then the roles that the service and its capacity providers name, and those of
 * daemons on its hosts.
 *
 * @param context - the service and what was read around it
 * @returns the rows in the order in which people should see them
 * @public
 */
export function roleUses(context: ServiceContext): readonly RoleUse[] {
  return [
    ...executionRows(context),
    ...taskRows(context),
    ...instanceRows(context),
    ...namedRoleRows(context),
    ...daemonRows(context),
  ];
}
