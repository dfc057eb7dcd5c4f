import { testRule } from '../testRule';
import { kmsBroadDecrypt } from './kms-broad-decrypt';
import { cases } from './kms-broad-decrypt.cases';

testRule(kmsBroadDecrypt, cases);
