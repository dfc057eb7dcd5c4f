import { testRule } from '../testRule';
import { redundant } from './redundant';
import { cases } from './redundant.cases';

testRule(redundant, cases);
