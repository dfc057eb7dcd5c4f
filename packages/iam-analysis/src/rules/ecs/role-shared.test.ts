import { testRule } from '../testRule';
import { roleShared } from './role-shared';
import { cases } from './role-shared.cases';

testRule(roleShared, cases);
