import { testRule } from '../testRule';
import { ipcMode } from './ipc-mode';
import { cases } from './ipc-mode.cases';

testRule(ipcMode, cases);
