import { testRule } from '../testRule';
import { toolShapedExcess } from './tool-shaped-excess';
import { cases } from './tool-shaped-excess.cases';

testRule(toolShapedExcess, cases);
