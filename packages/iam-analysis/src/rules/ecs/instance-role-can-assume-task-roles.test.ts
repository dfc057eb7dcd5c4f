import { testRule } from '../testRule';
import { instanceRoleCanAssumeTaskRoles } from './instance-role-can-assume-task-roles';
import { cases } from './instance-role-can-assume-task-roles.cases';

testRule(instanceRoleCanAssumeTaskRoles, cases);
