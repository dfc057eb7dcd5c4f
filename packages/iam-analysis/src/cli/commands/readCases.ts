import type { World } from '../command/World';
import type { Case } from '../evidence/Case';
import { parseCase } from '../evidence/parseCase';
import { InputError } from '../input/InputError';
import { items, type Place } from '../input/place';
import { readInput } from '../input/readInput';
import type { Source } from '../judge/CaseReport';

/** What the help of a command says that reads cases. */
export const casesNote = `A FILE holds one case or a list of cases; without one, or with -, it is read from standard input:
  { "role": { "arn", "slot", "trustPolicy", "policies": [{ "name", "arn"?, "document" }], "boundary"? },
    "facts"?: { taskDefinition?, service?, cluster?, hosts?, roles?, lastUsed?, createdAt?, lastAccessed? } }
Documents are JSON, or text as IAM gives it; facts are as the AWS CLI prints them.`;

export type SourcedCase = Readonly<{ case: Case; source: Source }>;

/**
 * Reads the cases of files: each holds one, or a list.
 *
 * @throws an `InputError` with a line for each file that is no good
 */
export async function readCases(
  files: readonly string[],
  world: World,
): Promise<readonly SourcedCase[]> {
  const cases: SourcedCase[] = [];
  const faults: string[] = [];
  for (const name of files) {
    try {
      const { file, text, value } = await readInput(name, world, parseAll);
      cases.push(
        ...value.map(({ at, case: given }) => ({
          case: given,
          source: { file, text, at },
        })),
      );
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
  return cases;
}

function parseAll(
  root: Place,
): readonly Readonly<{ at: string; case: Case }>[] {
  const places = Array.isArray(root.value) ? items(root) : [root];
  return places.map(place => ({ at: place.at, case: parseCase(place) }));
}
