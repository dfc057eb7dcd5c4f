import { testRule } from '../testRule';
import { executionRoleAppPermissions } from './execution-role-app-permissions';
import { cases } from './execution-role-app-permissions.cases';

testRule(executionRoleAppPermissions, cases);
