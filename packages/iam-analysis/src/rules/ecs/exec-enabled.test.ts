import { testRule } from '../testRule';
import { execEnabled } from './exec-enabled';
import { cases } from './exec-enabled.cases';

testRule(execEnabled, cases);
