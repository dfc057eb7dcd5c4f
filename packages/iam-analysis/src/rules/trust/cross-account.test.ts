import { testRule } from '../testRule';
import { crossAccount } from './cross-account';
import { cases } from './cross-account.cases';

testRule(crossAccount, cases);
