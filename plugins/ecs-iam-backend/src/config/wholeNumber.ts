import { z } from 'zod';

/**
 * A whole number between two bounds. Text is taken too, because a value that comes from an environment variable
 * (`${SHARDS}`) arrives as text.
 */
export function wholeNumber(least: number, most: number) {
  return z.unknown().transform((value, context) => {
    const number =
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (
      typeof number === 'number' &&
      Number.isInteger(number) &&
      number >= least &&
      number <= most
    ) {
      return number;
    }
    context.addIssue({
      code: 'custom',
      message: `must be a whole number from ${least} to ${most}, but is ${JSON.stringify(
        value,
      )}`,
    });
    return z.NEVER;
  });
}
