import { testRule } from '../testRule';
import { instanceRoleIsTaskRole } from './instance-role-is-task-role';
import { cases } from './instance-role-is-task-role.cases';

testRule(instanceRoleIsTaskRole, cases);
