import { testRule } from '../testRule';
import { unusedRole } from './unused-role';
import { cases } from './unused-role.cases';

testRule(unusedRole, cases);
