import { testRule } from '../testRule';
import { ecscapeColocation } from './ecscape-colocation';
import { cases } from './ecscape-colocation.cases';

testRule(ecscapeColocation, cases);
