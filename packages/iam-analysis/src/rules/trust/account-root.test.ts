import { testRule } from '../testRule';
import { accountRoot } from './account-root';
import { cases } from './account-root.cases';

testRule(accountRoot, cases);
