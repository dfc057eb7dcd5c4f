import { testRule } from '../testRule';
import { publicIp } from './public-ip';
import { cases } from './public-ip.cases';

testRule(publicIp, cases);
