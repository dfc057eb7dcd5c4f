import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import plugin, { ecsIamApiRef } from '../src';
import { entities } from './entities';
import { ScenarioClient } from './ScenarioClient';

/** The entity page of the catalog, over entities and roles that this folder makes up: one entity for each state. */
createDevApp({
  features: [
    plugin,
    catalogPlugin,
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'ecs-iam',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: ecsIamApiRef,
              deps: {},
              factory: () => ScenarioClient.create(),
            }),
        }),
      ],
    }),
  ],
});
