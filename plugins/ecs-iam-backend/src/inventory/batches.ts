import type { Knex } from 'knex';

// SQLite allows 32,766 variables in a statement and 500 terms in a compound select, which knex makes of an insert of
// many rows; PostgreSQL allows 65,535 variables. 200 rows of our widest table are below all of them.
const ROWS = 200;

/**
 * @param items - any list
 * @returns the same items in lists that are short enough for one statement
 */
export function* inBatches<T>(
  items: readonly T[],
  size: number = ROWS,
): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}

/**
 * Inserts rows, or replaces those that are there already.
 *
 * @param key - the columns of the primary key; a key that occurs twice is written once, the last row wins, because
 *   PostgreSQL refuses to touch a row twice in one statement
 */
export async function upsert<Row extends object>(
  knex: Knex | Knex.Transaction,
  table: string,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  const byKey = new Map(
    rows.map(row => [key.map(column => row[column]).join('\u0000'), row]),
  );
  for (const batch of inBatches([...byKey.values()])) {
    await knex(table)
      .insert([...batch])
      .onConflict([...key])
      .merge();
  }
}

/**
 * Reads rows by a long list of ids.
 *
 * @param read - one statement over a part of the ids
 */
export async function readInBatches<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => PromiseLike<readonly T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (const batch of inBatches([...new Set(ids)])) {
    rows.push(...(await read(batch)));
  }
  return rows;
}
