import { testRule } from '../testRule';
import { federatedUnbounded } from './federated-unbounded';
import { cases } from './federated-unbounded.cases';

testRule(federatedUnbounded, cases);
