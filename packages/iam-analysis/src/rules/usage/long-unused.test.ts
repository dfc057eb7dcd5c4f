import { testRule } from '../testRule';
import { longUnused } from './long-unused';
import { cases } from './long-unused.cases';

testRule(longUnused, cases);
