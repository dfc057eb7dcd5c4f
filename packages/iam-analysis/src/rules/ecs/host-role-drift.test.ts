import { testRule } from '../testRule';
import { hostRoleDrift } from './host-role-drift';
import { cases } from './host-role-drift.cases';

testRule(hostRoleDrift, cases);
