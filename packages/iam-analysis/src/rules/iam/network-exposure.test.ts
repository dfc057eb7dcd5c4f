import { testRule } from '../testRule';
import { networkExposure } from './network-exposure';
import { cases } from './network-exposure.cases';

testRule(networkExposure, cases);
