import { testRule } from '../testRule';
import { missingResourceAccount } from './missing-resource-account';
import { cases } from './missing-resource-account.cases';

testRule(missingResourceAccount, cases);
