import { testRule } from '../testRule';
import { bucketPolicyPrivesc } from './bucket-policy-privesc';
import { cases } from './bucket-policy-privesc.cases';

testRule(bucketPolicyPrivesc, cases);
