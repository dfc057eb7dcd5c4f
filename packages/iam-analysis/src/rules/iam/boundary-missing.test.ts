import { testRule } from '../testRule';
import { boundaryMissing } from './boundary-missing';
import { cases } from './boundary-missing.cases';

testRule(boundaryMissing, cases);
