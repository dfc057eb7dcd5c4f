import { testRule } from '../testRule';
import { inlinePolicy } from './inline-policy';
import { cases } from './inline-policy.cases';

testRule(inlinePolicy, cases);
