import { testRule } from '../testRule';
import { hostPid } from './host-pid';
import { cases } from './host-pid.cases';

testRule(hostPid, cases);
