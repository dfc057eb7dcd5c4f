import { testRule } from '../testRule';
import { hostMount } from './host-mount';
import { cases } from './host-mount.cases';

testRule(hostMount, cases);
