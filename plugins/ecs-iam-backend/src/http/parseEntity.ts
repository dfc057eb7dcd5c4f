import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';
import { scanRequestSchema } from '@ecs-iam/plugin-ecs-iam-common';
import { requireText } from './requireText';

/**
 * The entity that a path names. Letter case does not matter, as in the catalog.
 *
 * @throws InputError that names the parameter
 */
export function parseEntityPath(
  params: Readonly<{ namespace: string; kind: string; name: string }>,
): string {
  return stringifyEntityRef({
    kind: requireText('kind', params.kind),
    namespace: requireText('namespace', params.namespace),
    name: requireText('name', params.name),
  });
}

/**
 * The body of `POST /v1/scans`.
 *
 * @throws InputError that says what it may hold
 */
export function parseScanRequest(body: unknown): ScanRequest {
  const parsed = scanRequestSchema.safeParse(body ?? {});
  if (!parsed.success) {
    throw new InputError(
      `The body must be { "entityRef": "component:default/checkout" }, or { "target": { "accountId": "111122223333", "region": "eu-west-1" } }, or {} for everything`,
    );
  }
  return 'entityRef' in parsed.data
    ? { entityRef: parseRef('entityRef', parsed.data.entityRef) }
    : parsed.data;
}

/**
 * An entity ref in a parameter.
 *
 * @param defaultKind - for a ref that names no kind
 * @throws InputError that names the parameter
 */
export function parseRef(
  parameter: string,
  value: string,
  defaultKind?: string,
): string {
  requireText(parameter, value);
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind }));
  } catch {
    throw new InputError(
      `'${parameter}' must be an entity ref such as ${
        defaultKind ?? 'component'
      }:default/name, but is '${value}'`,
    );
  }
}
