import { testRule } from '../testRule';
import { clusterSourceArn } from './cluster-source-arn';
import { cases } from './cluster-source-arn.cases';

testRule(clusterSourceArn, cases);
