import { testRule } from '../testRule';
import { malformed } from './malformed';
import { cases } from './malformed.cases';

testRule(malformed, cases);
