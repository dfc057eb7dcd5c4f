import { testRule } from '../testRule';
import { anyPrincipal } from './any-principal';
import { cases } from './any-principal.cases';

testRule(anyPrincipal, cases);
