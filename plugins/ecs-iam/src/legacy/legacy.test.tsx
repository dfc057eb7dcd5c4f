import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { EcsIamApi } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import userEvent from '@testing-library/user-event';
import {
  EntityEcsIamCard,
  EntityEcsIamContent,
  ecsIamPlugin,
  isEcsIamAvailable,
} from '.';
import { ecsIamApiRef } from '../api';
import { anEntity } from '../__testUtils__/anEntity';
import {
  aFinding,
  aGap,
  anEntityRoles,
  aRoleDetail,
  aRoleUse,
  aScan,
  aService,
} from '../__testUtils__/builders';
import { ecsIamApiMock } from '../__testUtils__/ecsIamApiMock';
import { failWith } from '../__testUtils__/failWith';

const data = anEntityRoles({
  services: [aService({ roles: [aRoleUse({ findings: ['finding-admin'] })] })],
  findings: [aFinding()],
  gaps: [aGap()],
});

async function render(
  element: JSX.Element,
  api: Partial<EcsIamApi>,
  entity: Entity = anEntity(),
) {
  await renderInTestApp(
    <TestApiProvider apis={[[ecsIamApiRef, ecsIamApiMock(api)]]}>
      <EntityProvider entity={entity}>
        <Routes>
          <Route path="/" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('EntityEcsIamContent', () => {
  it('says that it loads', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: () => new Promise(() => {}),
    });
    expect(
      await screen.findByText('Loading the IAM roles'),
    ).toBeInTheDocument();
  });

  it('shows the roles, the warnings and what could not be read', async () => {
    await render(<EntityEcsIamContent />, { getEntityRoles: async () => data });
    expect(
      await screen.findByRole('table', { name: 'IAM roles of checkout' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Warnings' })).toHaveTextContent(
      'Role is an administrator of the account',
    );
    expect(
      screen.getByText(/Account 777788889999 could not be read in full/),
    ).toBeInTheDocument();
  });

  it('says that there is no service', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: async () => anEntityRoles({ services: [] }),
    });
    expect(
      await screen.findByText('No ECS service found for checkout'),
    ).toBeInTheDocument();
  });

  it('says that the roles are not for this person', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: () => failWith(403, 'NotAllowedError', 'Unauthorized'),
    });
    expect(
      await screen.findByText('You may not see the IAM roles of checkout'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: () => failWith(500, 'Error', 'The database is down.'),
    });
    expect(
      await screen.findByText('The database is down.'),
    ).toBeInTheDocument();
  });

  it('opens a role', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: async () => data,
      getRole: async () => aRoleDetail(),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'checkout-task' }),
    );
    const drawer = await screen.findByRole('dialog');
    expect(
      await within(drawer).findByRole('tab', { name: 'Policies (1)' }),
    ).toBeInTheDocument();
  });

  it('scans now', async () => {
    await render(<EntityEcsIamContent />, {
      getEntityRoles: async () => data,
      startScan: async () => aScan(),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Scan now' }),
    );
    expect(
      await screen.findByText('The scan has finished'),
    ).toBeInTheDocument();
  });
});

describe('EntityEcsIamCard', () => {
  it('shows the worst warning, and links to the tab', async () => {
    await render(<EntityEcsIamCard />, { getEntityRoles: async () => data });
    expect(await screen.findByText('1 critical')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Show the IAM roles/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/iam-roles');
  });
});

describe('isEcsIamAvailable', () => {
  it('tells entities with one of the annotations from the rest', () => {
    expect(isEcsIamAvailable(anEntity())).toBe(true);
    expect(isEcsIamAvailable(anEntity('other', {}))).toBe(false);
  });
});

describe('ecsIamPlugin', () => {
  it('brings the client', () => {
    expect([...ecsIamPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      ecsIamApiRef.id,
    ]);
  });
});
