import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ServicePageRequest } from '../../Inventory';

// PostgreSQL answers with an error to text with a NUL, and to text where it compares numbers.
const key = z.string().regex(/^[^\0]*$/);

const cursorSchemas = {
  name: z.tuple([key, key]),
  account: z.tuple([key, key, key, key]),
  severity: z.tuple([z.number().int(), key, key]),
} satisfies Record<ServicePageRequest['sort'], z.ZodType>;

/** The sort keys of the last row of a page; the next page begins after it. */
export type Cursor = z.infer<
  (typeof cursorSchemas)[ServicePageRequest['sort']]
>;

/** @returns opaque text for a URL */
export function printCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * @param text - from `printCursor`, handed back by a caller
 * @param sort - in use: a cursor of another sort order does not fit
 * @throws InputError when it is none
 */
export function parseCursor(
  text: string,
  sort: ServicePageRequest['sort'],
): Cursor {
  const parsed = cursorSchemas[sort].safeParse(jsonOf(text));
  if (!parsed.success) {
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
