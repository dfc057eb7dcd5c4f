import type { World } from '../command/World';
import { parseNeedsCase, type Beside } from '../evidence/parseNeedsCase';
import { InputError } from '../input/InputError';
import { items, type Place } from '../input/place';
import { readInput } from '../input/readInput';
import { needsReport, type PlacedReport } from '../judge/NeedsReport';

/**
 * Reads the task definitions of files, and finds out what they demand: each file holds one, or a list.
 *
 * @throws an `InputError` with a line for each file that is no good
 */
export async function readNeeds(
  files: readonly string[],
  beside: Beside,
  world: World,
): Promise<readonly PlacedReport[]> {
  const reports: PlacedReport[] = [];
  const faults: string[] = [];
  for (const name of files) {
    try {
      const { file, value } = await readInput(name, world, root =>
        placesIn(root).map(place => ({
          at: place.at,
          report: needsReport(parseNeedsCase(place, beside)),
        })),
      );
      reports.push(...value.map(each => ({ ...each, file })));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      faults.push(error.message);
    }
  }
  if (faults.length > 0) {
    throw new InputError(faults.join('\n'));
  }
  return reports;
}

function placesIn(root: Place): readonly Place[] {
  return Array.isArray(root.value) && root.value.length > 0
    ? items(root)
    : [root];
}
