import type { Entity } from '@backstage/catalog-model';
import { annotations } from './annotations';

/**
 * Whether an entity carries one of the annotations that can tie it to ECS services or IAM roles.
 *
 * @public
 */
export function isEcsIamAvailable(entity: Entity): boolean {
  const given = entity.metadata.annotations ?? {};
  return Object.values(annotations).some(name => given[name] !== undefined);
}
