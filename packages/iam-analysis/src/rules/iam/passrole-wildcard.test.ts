import { testRule } from '../testRule';
import { passroleWildcard } from './passrole-wildcard';
import { cases } from './passrole-wildcard.cases';

testRule(passroleWildcard, cases);
