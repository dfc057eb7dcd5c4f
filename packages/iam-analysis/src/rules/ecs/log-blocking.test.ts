import { testRule } from '../testRule';
import { logBlocking } from './log-blocking';
import { cases } from './log-blocking.cases';

testRule(logBlocking, cases);
