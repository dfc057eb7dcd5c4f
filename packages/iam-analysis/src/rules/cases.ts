import { cases as missingExecutionRole } from './ecs/missing-execution-role.cases';
import { cases as missingTaskRole } from './ecs/missing-task-role.cases';
import { cases as roleNotFound } from './ecs/role-not-found.cases';
import { cases as roleShared } from './ecs/role-shared.cases';
import { cases as taskRoleIsExecutionRole } from './ecs/task-role-is-execution-role.cases';
import { cases as adminAccess } from './iam/admin-access.cases';
import { cases as malformed } from './iam/malformed.cases';
import { cases as serviceWildcard } from './iam/service-wildcard.cases';
import type { AnyCases } from './testRule';
import { cases as wrongPrincipal } from './trust/wrong-principal.cases';

/** The cases of every rule, by id: for the pages and for the tests of the registry. */
export const casesByRule: Readonly<Record<string, AnyCases>> = {
  'ecs.missing-execution-role': missingExecutionRole,
  'ecs.missing-task-role': missingTaskRole,
  'ecs.role-not-found': roleNotFound,
  'ecs.role-shared': roleShared,
  'ecs.task-role-is-execution-role': taskRoleIsExecutionRole,
  'iam.admin-access': adminAccess,
  'iam.malformed': malformed,
  'iam.service-wildcard': serviceWildcard,
  'trust.wrong-principal': wrongPrincipal,
};
