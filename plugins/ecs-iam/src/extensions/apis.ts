import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EcsIamClient } from '@ecs-iam/plugin-ecs-iam-common';
import { ecsIamApiRef } from '../api';

/** `api:ecs-iam` */
export const ecsIamApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ecsIamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        EcsIamClient.create({ discoveryApi, fetchApi }),
    }),
});
