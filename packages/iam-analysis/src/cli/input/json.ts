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
    throw new InputError(`expected JSON, but ${faultOf(error)}`);
  }
}

// V8 quotes the text around an unexpected token. There may be a credential in it.
function faultOf(error: unknown): string {
  return String(error)
    .replace(/^SyntaxError: /, '')
    .replace(/^(Unexpected token '.{1,2}'), .*$/s, '$1');
}
