import { testRule } from '../testRule';
import { boundaryIneffective } from './boundary-ineffective';
import { cases } from './boundary-ineffective.cases';

testRule(boundaryIneffective, cases);
