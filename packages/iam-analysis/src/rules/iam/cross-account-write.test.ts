import { testRule } from '../testRule';
import { crossAccountWrite } from './cross-account-write';
import { cases } from './cross-account-write.cases';

testRule(crossAccountWrite, cases);
