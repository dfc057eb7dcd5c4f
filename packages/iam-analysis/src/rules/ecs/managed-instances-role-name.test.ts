import { testRule } from '../testRule';
import { managedInstancesRoleName } from './managed-instances-role-name';
import { cases } from './managed-instances-role-name.cases';

testRule(managedInstancesRoleName, cases);
