import { testRule } from '../testRule';
import { missingCondition } from './missing-condition';
import { cases } from './missing-condition.cases';

testRule(missingCondition, cases);
