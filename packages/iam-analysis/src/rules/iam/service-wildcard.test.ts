import { testRule } from '../testRule';
import { serviceWildcard } from './service-wildcard';
import { cases } from './service-wildcard.cases';

testRule(serviceWildcard, cases);
