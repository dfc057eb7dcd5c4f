import type { World } from '../command/World';
import { InputError } from './InputError';
import { parseJson } from './json';
import type { Place } from './place';

/** What a file holds. */
export type Input<T> = Readonly<{ file: string; text: string; value: T }>;

/**
 * Reads a file of JSON.
 *
 * @param file - its path, or `-` for the standard input
 * @param read - what is expected in it
 * @throws an `InputError` that names the file, the place in it and what was expected
 */
export async function readInput<T>(
  file: string,
  world: World,
  read: (root: Place) => T,
): Promise<Input<T>> {
  try {
    const text =
      file === '-' ? await all(world.stdin) : await world.readFile(file);
    return { file, text, value: read(parseJson(text)) };
  } catch (error) {
    if (error instanceof InputError) {
      const name = file === '-' ? 'standard input' : file;
      throw new InputError(`${name}: ${error.message}`);
    }
    throw error;
  }
}

async function all(chunks: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  for await (const chunk of chunks) {
    pieces.push(chunk);
  }
  return pieces.join('');
}
