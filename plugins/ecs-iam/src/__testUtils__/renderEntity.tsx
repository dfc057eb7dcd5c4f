import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { EcsIamApi } from '@ecs-iam/plugin-ecs-iam-common';
import { useLocation } from 'react-router-dom';
import { anEntity } from './anEntity';
import { ecsIamApiMock } from './ecsIamApiMock';

/** Shows the address, for tests that follow it. */
function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{search}</output>;
}

/** Renders something about an entity in an app with a mocked client. */
export function renderEntity(
  element: JSX.Element,
  options: Readonly<{
    api: Partial<EcsIamApi>;
    entity?: Entity;
    at?: string;
  }>,
): { api: ReturnType<typeof ecsIamApiMock> } {
  const { api, entity = anEntity(), at = '/' } = options;
  const mock = ecsIamApiMock(api);
  renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [mock],
      initialRouteEntries: [at],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { api: mock };
}
