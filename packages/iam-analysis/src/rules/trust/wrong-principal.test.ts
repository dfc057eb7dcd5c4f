import { testRule } from '../testRule';
import { wrongPrincipal } from './wrong-principal';
import { cases } from './wrong-principal.cases';

testRule(wrongPrincipal, cases);
