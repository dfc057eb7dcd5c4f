import { testRule } from '../testRule';
import { credentialsExposure } from './credentials-exposure';
import { cases } from './credentials-exposure.cases';

testRule(credentialsExposure, cases);
