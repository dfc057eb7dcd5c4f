import { InputError } from '@backstage/errors';
import { z } from 'zod';

const cursorSchema = z
  .array(z.union([z.string(), z.number()]))
  .min(2)
  .max(4);

/** The sort keys of the last row of a page; the next page begins after it. */
export type Cursor = z.infer<typeof cursorSchema>;

/** @returns opaque text for a URL */
export function printCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * @param text - from `printCursor`, handed back by a caller
 * @param length - of the sort key in use: a cursor of another sort order does not fit
 * @throws InputError when it is none
 */
export function parseCursor(text: string, length: number): Cursor {
  const parsed = cursorSchema.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.length !== length) {
    throw new InputError(
      `'cursor' is not one that this list gave out: leave it away to begin with the first page`,
    );
  }
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
