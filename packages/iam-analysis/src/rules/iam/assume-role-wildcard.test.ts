import { testRule } from '../testRule';
import { assumeRoleWildcard } from './assume-role-wildcard';
import { cases } from './assume-role-wildcard.cases';

testRule(assumeRoleWildcard, cases);
