import { testRule } from '../testRule';
import { defaultRoleExtended } from './default-role-extended';
import { cases } from './default-role-extended.cases';

testRule(defaultRoleExtended, cases);
