import { InputError } from '@backstage/errors';

/**
 * Text of a caller that is looked up in a database. PostgreSQL keeps no NUL in text, and answers with an error to a
 * question that holds one (https://www.postgresql.org/docs/current/datatype-character.html).
 *
 * @returns the value
 * @throws InputError that names the parameter
 */
export function requireText(parameter: string, value: string): string {
  if (!TEXT.test(value)) {
    throw new InputError(`'${parameter}' ${NOT_TEXT}`);
  }
  return value;
}

/** What {@link requireText} lets through. */
export const TEXT = /^[^\0]*$/;

/** What is said of anything else, after the name of the parameter. */
export const NOT_TEXT = 'must not hold a NUL character';
