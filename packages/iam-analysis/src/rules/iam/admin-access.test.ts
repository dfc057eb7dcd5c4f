import { testRule } from '../testRule';
import { adminAccess } from './admin-access';
import { cases } from './admin-access.cases';

testRule(adminAccess, cases);
