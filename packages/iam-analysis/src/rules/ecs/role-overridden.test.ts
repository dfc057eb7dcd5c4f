import { testRule } from '../testRule';
import { roleOverridden } from './role-overridden';
import { cases } from './role-overridden.cases';

testRule(roleOverridden, cases);
