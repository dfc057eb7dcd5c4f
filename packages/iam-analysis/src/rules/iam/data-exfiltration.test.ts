import { testRule } from '../testRule';
import { dataExfiltration } from './data-exfiltration';
import { cases } from './data-exfiltration.cases';

testRule(dataExfiltration, cases);
