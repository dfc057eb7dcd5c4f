import { testRule } from '../testRule';
import { notResource } from './not-resource';
import { cases } from './not-resource.cases';

testRule(notResource, cases);
