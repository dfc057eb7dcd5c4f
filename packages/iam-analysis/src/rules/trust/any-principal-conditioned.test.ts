import { testRule } from '../testRule';
import { anyPrincipalConditioned } from './any-principal-conditioned';
import { cases } from './any-principal-conditioned.cases';

testRule(anyPrincipalConditioned, cases);
