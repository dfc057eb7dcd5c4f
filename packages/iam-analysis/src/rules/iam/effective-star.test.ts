import { testRule } from '../testRule';
import { effectiveStar } from './effective-star';
import { cases } from './effective-star.cases';

testRule(effectiveStar, cases);
