import { rules } from '../../rules';
import type { CommandSpec, Given } from '../command/Spec';
import type { ExitCode, World } from '../command/World';
import { rulesJson, rulesText } from '../report/rulesReport';

type Option = 'json';

export const rulesSpec: CommandSpec<Option> = {
  name: 'rules',
  says: 'Lists the rules, with why they matter, how to fix what they find and when to leave it',
  operands: null,
  options: { json: { value: null, says: 'Print JSON' } },
  notes: [],
};

/** Prints the catalogue of rules. */
export async function listRules(
  given: Given<Option>,
  world: World,
): Promise<ExitCode> {
  world.out(given.has('json') ? rulesJson(rules) : rulesText(rules, world));
  return 0;
}
