import { testRule } from '../testRule';
import { orgControl } from './org-control';
import { cases } from './org-control.cases';

testRule(orgControl, cases);
