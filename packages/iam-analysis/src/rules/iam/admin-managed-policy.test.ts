import { testRule } from '../testRule';
import { adminManagedPolicy } from './admin-managed-policy';
import { cases } from './admin-managed-policy.cases';

testRule(adminManagedPolicy, cases);
