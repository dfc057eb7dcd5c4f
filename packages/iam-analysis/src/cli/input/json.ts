import { InputError } from './InputError';
import { rootOf, type Place } from './place';

/**
 * @param source - JSON text, with or without a byte order mark
 * @throws an `InputError` that says where the text stops being JSON
 */
export function parseJson(source: string): Place {
  const json = source.replace(/^\uFEFF/, '');
  if (json.trim() === '') {
    throw new InputError('expected JSON, found nothing');
  }
  try {
    return rootOf(JSON.parse(json));
  } catch (error) {
    throw new InputError(
      `expected JSON, but ${error instanceof Error ? error.message : error}`,
    );
  }
}
