import { testRule } from '../testRule';
import { envSecrets } from './env-secrets';
import { cases } from './env-secrets.cases';

testRule(envSecrets, cases);
