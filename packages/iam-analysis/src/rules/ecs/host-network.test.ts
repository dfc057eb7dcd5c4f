import { testRule } from '../testRule';
import { hostNetwork } from './host-network';
import { cases } from './host-network.cases';

testRule(hostNetwork, cases);
