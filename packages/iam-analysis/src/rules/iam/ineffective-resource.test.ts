import { testRule } from '../testRule';
import { ineffectiveResource } from './ineffective-resource';
import { cases } from './ineffective-resource.cases';

testRule(ineffectiveResource, cases);
