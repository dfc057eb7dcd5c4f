import type { AnyRule } from './defineRule';
import { missingExecutionRole } from './ecs/missing-execution-role';
import { missingTaskRole } from './ecs/missing-task-role';
import { roleNotFound } from './ecs/role-not-found';
import { roleShared } from './ecs/role-shared';
import { taskRoleIsExecutionRole } from './ecs/task-role-is-execution-role';
import { adminAccess } from './iam/admin-access';
import { malformed } from './iam/malformed';
import { serviceWildcard } from './iam/service-wildcard';
import { wrongPrincipal } from './trust/wrong-principal';

/**
 * Every rule that this package brings, by id.
 *
 * @public
 */
export const rules: readonly AnyRule[] = [
  missingExecutionRole,
  missingTaskRole,
  roleNotFound,
  roleShared,
  taskRoleIsExecutionRole,
  adminAccess,
  malformed,
  serviceWildcard,
  wrongPrincipal,
];
