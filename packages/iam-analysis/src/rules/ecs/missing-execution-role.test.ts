import { testRule } from '../testRule';
import { missingExecutionRole } from './missing-execution-role';
import { cases } from './missing-execution-role.cases';

testRule(missingExecutionRole, cases);
