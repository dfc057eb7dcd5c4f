import { testRule } from '../testRule';
import { roleNotFound } from './role-not-found';
import { cases } from './role-not-found.cases';

testRule(roleNotFound, cases);
