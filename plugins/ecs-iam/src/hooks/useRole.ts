import { useApi } from '@backstage/frontend-plugin-api';
import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { useCallback } from 'react';
import { ecsIamApiRef } from '../api';
import { type Resource, useResource } from './useResource';

/**
 * Loads one role with its policies.
 *
 * @param id - opaque id of the role
 * @returns the state of the load
 */
export function useRole(id: string): Resource<RoleDetail> {
  const api = useApi(ecsIamApiRef);
  return useResource(useCallback(() => api.getRole(id), [api, id]));
}
