import { testRule } from '../testRule';
import { imdsv1Allowed } from './imdsv1-allowed';
import { cases } from './imdsv1-allowed.cases';

testRule(imdsv1Allowed, cases);
