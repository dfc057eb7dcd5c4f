import { testRule } from '../testRule';
import { instanceRoleOverprivileged } from './instance-role-overprivileged';
import { cases } from './instance-role-overprivileged.cases';

testRule(instanceRoleOverprivileged, cases);
