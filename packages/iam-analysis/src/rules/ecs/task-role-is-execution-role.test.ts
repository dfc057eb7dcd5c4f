import { testRule } from '../testRule';
import { taskRoleIsExecutionRole } from './task-role-is-execution-role';
import { cases } from './task-role-is-execution-role.cases';

testRule(taskRoleIsExecutionRole, cases);
