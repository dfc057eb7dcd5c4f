import { testRule } from '../testRule';
import { conditionedEcrToken } from './conditioned-ecr-token';
import { cases } from './conditioned-ecr-token.cases';

testRule(conditionedEcrToken, cases);
