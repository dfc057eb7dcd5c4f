import { testRule } from '../testRule';
import { resourceExposure } from './resource-exposure';
import { cases } from './resource-exposure.cases';

testRule(resourceExposure, cases);
