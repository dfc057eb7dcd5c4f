import { testRule } from '../testRule';
import { selfAssume } from './self-assume';
import { cases } from './self-assume.cases';

testRule(selfAssume, cases);
