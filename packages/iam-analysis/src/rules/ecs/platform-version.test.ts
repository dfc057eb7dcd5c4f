import { testRule } from '../testRule';
import { platformVersion } from './platform-version';
import { cases } from './platform-version.cases';

testRule(platformVersion, cases);
