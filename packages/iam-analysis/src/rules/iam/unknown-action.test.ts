import { testRule } from '../testRule';
import { unknownAction } from './unknown-action';
import { cases } from './unknown-action.cases';

testRule(unknownAction, cases);
