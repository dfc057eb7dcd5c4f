import { testRule } from '../testRule';
import { ineffectiveDeny } from './ineffective-deny';
import { cases } from './ineffective-deny.cases';

testRule(ineffectiveDeny, cases);
