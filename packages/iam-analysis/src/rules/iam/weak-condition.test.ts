import { testRule } from '../testRule';
import { weakCondition } from './weak-condition';
import { cases } from './weak-condition.cases';

testRule(weakCondition, cases);
