import { testRule } from '../testRule';
import { missingTaskRole } from './missing-task-role';
import { cases } from './missing-task-role.cases';

testRule(missingTaskRole, cases);
