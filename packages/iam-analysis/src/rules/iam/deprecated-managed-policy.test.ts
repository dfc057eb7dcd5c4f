import { testRule } from '../testRule';
import { deprecatedManagedPolicy } from './deprecated-managed-policy';
import { cases } from './deprecated-managed-policy.cases';

testRule(deprecatedManagedPolicy, cases);
