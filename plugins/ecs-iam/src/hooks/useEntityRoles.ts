import { useApi } from '@backstage/frontend-plugin-api';
import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { useCallback } from 'react';
import { ecsIamApiRef } from '../api';
import { type Resource, useResource } from './useResource';

/**
 * Loads the roles of the services of an entity.
 *
 * @param entityRef - full reference, such as `component:default/checkout`
 * @returns the state of the load
 */
export function useEntityRoles(entityRef: string): Resource<EntityRoles> {
  const api = useApi(ecsIamApiRef);
  return useResource(
    useCallback(() => api.getEntityRoles(entityRef), [api, entityRef]),
  );
}
