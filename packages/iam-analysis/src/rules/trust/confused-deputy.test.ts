import { testRule } from '../testRule';
import { confusedDeputy } from './confused-deputy';
import { cases } from './confused-deputy.cases';

testRule(confusedDeputy, cases);
