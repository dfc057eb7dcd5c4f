import { testRule } from '../testRule';
import { extraService } from './extra-service';
import { cases } from './extra-service.cases';

testRule(extraService, cases);
