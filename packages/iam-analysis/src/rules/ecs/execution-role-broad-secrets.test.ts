import { testRule } from '../testRule';
import { executionRoleBroadSecrets } from './execution-role-broad-secrets';
import { cases } from './execution-role-broad-secrets.cases';

testRule(executionRoleBroadSecrets, cases);
