import { testRule } from '../testRule';
import { internetFacingInstanceProfile } from './internet-facing-instance-profile';
import { cases } from './internet-facing-instance-profile.cases';

testRule(internetFacingInstanceProfile, cases);
