import { testRule } from '../testRule';
import { noLogging } from './no-logging';
import { cases } from './no-logging.cases';

testRule(noLogging, cases);
