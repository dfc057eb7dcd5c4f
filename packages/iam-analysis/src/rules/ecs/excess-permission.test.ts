import { testRule } from '../testRule';
import { excessPermission } from './excess-permission';
import { cases } from './excess-permission.cases';

testRule(excessPermission, cases);
