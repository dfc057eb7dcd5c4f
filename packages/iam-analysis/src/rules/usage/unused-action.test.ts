import { testRule } from '../testRule';
import { unusedAction } from './unused-action';
import { cases } from './unused-action.cases';

testRule(unusedAction, cases);
