import { testRule } from '../testRule';
import { efsPlain } from './efs-plain';
import { cases } from './efs-plain.cases';

testRule(efsPlain, cases);
