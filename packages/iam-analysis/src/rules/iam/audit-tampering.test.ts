import { testRule } from '../testRule';
import { auditTampering } from './audit-tampering';
import { cases } from './audit-tampering.cases';

testRule(auditTampering, cases);
