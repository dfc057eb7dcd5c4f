import { testRule } from '../testRule';
import { privileged } from './privileged';
import { cases } from './privileged.cases';

testRule(privileged, cases);
