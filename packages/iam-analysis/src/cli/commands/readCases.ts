import type { World } from '../command/World';
import type { Case, Told } from '../evidence/Case';
import { parseCases, type PlacedCase } from '../evidence/parseCase';
import { InputError } from '../input/InputError';
import { items, type Place } from '../input/place';
import { readInput } from '../input/readInput';
import type { Source } from '../judge/CaseReport';

/** What the help of a command says that reads cases. */
export const casesNote = `A FILE holds one case or a list of cases; without one, or with -, it is read from standard input:
  { "role": { "arn", "slot", "trustPolicy", "policies": [{ "name", "arn"?, "document" }], "boundary"? },
    "facts"?: { taskDefinition?, service?, cluster?, hosts?, roles?, lastUsed?, createdAt?, lastAccessed?,
                latestTaskDefinition?, serviceRevision?, secretKeys?, pullThroughCachePrefixes?,
                account?, region?, partition?, launchType? } }
or the roles of one task definition, with facts beside it:
  { "taskDefinition", "roles": { "execution"?, "task"?, "instance"? }, service?, cluster?, ... }
Documents are JSON, or text as IAM gives it; facts are as the AWS CLI prints them.`;

export type SourcedCase = Readonly<{ case: Case; source: Source }>;

/**
 * Reads the cases of files: each holds one, or a list.
 *
 * @param said - by options of the command
 * @throws an `InputError` with a line for each file that is no good
 */
export async function readCases(
  files: readonly string[],
  world: World,
  said: Told,
): Promise<readonly SourcedCase[]> {
  const cases: SourcedCase[] = [];
  const faults: string[] = [];
  for (const name of files) {
    try {
      const { file, text, value } = await readInput(name, world, root =>
        parseAll(root, said),
      );
      cases.push(
        ...value.map(({ at, roleAt, case: given }) => ({
          case: given,
          source: { file, text, at, roleAt },
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

function parseAll(root: Place, said: Told): readonly PlacedCase[] {
  const places = Array.isArray(root.value) ? items(root) : [root];
  return places.flatMap(place => parseCases(place, said));
}
