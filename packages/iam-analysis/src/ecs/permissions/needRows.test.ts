import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needRows } from './permission';

const page = readFileSync(
  join(__dirname, '..', '..', '..', 'docs', 'needs.md'),
  'utf8',
);

/** Cells of the tables of the page, by the id of the row. */
const rows = new Map(
  [...page.matchAll(/^\| ([A-Z]\d+[a-e]?) +\|(.*)\|$/gm)].map(
    ([, id, cells]) => [id, cells.split(/ +\| +/).map(cell => cell.trim())],
  ),
);

describe('docs/needs.md', () => {
  it.each(needRows)(
    'tells what demands %s, what it needs, and the source',
    id => {
      const cells = rows.get(id) ?? [];

      expect(cells).toHaveLength(4);
      expect(cells[3]).toMatch(/^<https:\/\/[^>]+>/);
    },
  );
});
