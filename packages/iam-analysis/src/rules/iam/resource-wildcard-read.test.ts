import { testRule } from '../testRule';
import { resourceWildcardRead } from './resource-wildcard-read';
import { cases } from './resource-wildcard-read.cases';

testRule(resourceWildcardRead, cases);
