import {
  defaultSettings,
  type AnalysisSettings,
} from '../../analysis/settings';
import { rules } from '../../rules';
import type { OptionSpec } from '../command/Spec';
import type { World } from '../command/World';
import { readInput } from '../input/readInput';
import { parseSettings, unknownRules } from '../judge/parseSettings';

export const configOption: OptionSpec = {
  value: 'FILE',
  says: 'Settings as JSON: knownAccounts, unusedAfterDays, rules',
};

/** @param file - of `--config`; without one, the settings are the default ones */
export async function readSettings(
  file: string | undefined,
  world: World,
): Promise<AnalysisSettings> {
  if (file === undefined) {
    return defaultSettings;
  }
  const { value } = await readInput(file, world, parseSettings);
  // The portal may have rules of its own beside these, and shares its settings.
  for (const id of unknownRules(value, rules)) {
    world.err(
      `iam-analysis: ${file}: /rules/${id}: there is no rule with this id, so the setting does nothing; 'iam-analysis rules' lists them\n`,
    );
  }
  return value;
}
