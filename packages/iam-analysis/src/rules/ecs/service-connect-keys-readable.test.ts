import { testRule } from '../testRule';
import { serviceConnectKeysReadable } from './service-connect-keys-readable';
import { cases } from './service-connect-keys-readable.cases';

testRule(serviceConnectKeysReadable, cases);
