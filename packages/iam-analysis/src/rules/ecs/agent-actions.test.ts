import { testRule } from '../testRule';
import { agentActions } from './agent-actions';
import { cases } from './agent-actions.cases';

testRule(agentActions, cases);
