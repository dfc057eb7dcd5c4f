import { testRule } from '../testRule';
import { missingPermission } from './missing-permission';
import { cases } from './missing-permission.cases';

testRule(missingPermission, cases);
