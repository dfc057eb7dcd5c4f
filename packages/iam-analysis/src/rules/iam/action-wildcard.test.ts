import { testRule } from '../testRule';
import { actionWildcard } from './action-wildcard';
import { cases } from './action-wildcard.cases';

testRule(actionWildcard, cases);
