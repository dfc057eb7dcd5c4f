import { testRule } from '../testRule';
import { missingExternalId } from './missing-external-id';
import { cases } from './missing-external-id.cases';

testRule(missingExternalId, cases);
