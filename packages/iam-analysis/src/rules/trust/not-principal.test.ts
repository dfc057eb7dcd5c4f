import { testRule } from '../testRule';
import { notPrincipal } from './not-principal';
import { cases } from './not-principal.cases';

testRule(notPrincipal, cases);
