import { testRule } from '../testRule';
import { rootUser } from './root-user';
import { cases } from './root-user.cases';

testRule(rootUser, cases);
