import { testRule } from '../testRule';
import { imdsHopLimit } from './imds-hop-limit';
import { cases } from './imds-hop-limit.cases';

testRule(imdsHopLimit, cases);
