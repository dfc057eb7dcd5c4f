import { testRule } from '../testRule';
import { notAction } from './not-action';
import { cases } from './not-action.cases';

testRule(notAction, cases);
