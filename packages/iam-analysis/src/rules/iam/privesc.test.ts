import { testRule } from '../testRule';
import { privesc } from './privesc';
import { cases } from './privesc.cases';

testRule(privesc, cases);
