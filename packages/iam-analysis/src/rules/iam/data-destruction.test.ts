import { testRule } from '../testRule';
import { dataDestruction } from './data-destruction';
import { cases } from './data-destruction.cases';

testRule(dataDestruction, cases);
