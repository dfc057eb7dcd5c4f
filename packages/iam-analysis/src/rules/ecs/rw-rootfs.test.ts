import { testRule } from '../testRule';
import { rwRootfs } from './rw-rootfs';
import { cases } from './rw-rootfs.cases';

testRule(rwRootfs, cases);
