import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseAllDocuments } from 'yaml';

const isEntity = entityEnvelopeSchemaValidator();

/**
 * Reads the entities of the demo catalog from its files, for the recorder and for tests; the portal reads them by its
 * catalog.
 *
 * @throws Error when a document is no entity
 */
export async function readDemoCatalog(): Promise<readonly Entity[]> {
  const directory = resolvePackagePath('backend', '../../catalog');
  const names = (await readdir(directory)).sort();
  const files = await Promise.all(
    names.map(name => readFile(join(directory, name), 'utf8')),
  );
  return files
    .flatMap(file => parseAllDocuments(file))
    .map(document => {
      const entity = isEntity(document.toJS());
      return {
        ...entity,
        metadata: { namespace: 'default', ...entity.metadata },
      };
    });
}
