import { testRule } from '../testRule';
import { unusedService } from './unused-service';
import { cases } from './unused-service.cases';

testRule(unusedService, cases);
