import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import type { Text } from '../../hooks/useText';

/**
 * What a service is called. Tasks that no service runs are called tasks of their family.
 *
 * @param t - the texts
 * @param service - of the entity
 * @returns its name in words
 */
export function titleOf(
  t: Text,
  { kind, name }: Pick<EntityService, 'kind' | 'name'>,
): string {
  switch (kind) {
    case 'service':
      return name;
    case 'task-family':
      return t('service.tasksOf', { family: name });
    default:
      return unreachable(kind);
  }
}

function unreachable(kind: never): never {
  throw new Error(`Unknown kind '${kind}'`);
}
