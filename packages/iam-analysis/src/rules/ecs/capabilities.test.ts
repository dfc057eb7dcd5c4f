import { testRule } from '../testRule';
import { capabilities } from './capabilities';
import { cases } from './capabilities.cases';

testRule(capabilities, cases);
