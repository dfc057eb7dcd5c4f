import { testRule } from '../testRule';
import { staleRevision } from './stale-revision';
import { cases } from './stale-revision.cases';

testRule(staleRevision, cases);
