import { testRule } from '../testRule';
import { infrastructureModification } from './infrastructure-modification';
import { cases } from './infrastructure-modification.cases';

testRule(infrastructureModification, cases);
