import { TestApiProvider } from '@backstage/frontend-test-utils';
import { renderInTestApp } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityRoles as Data } from '@ecs-iam/plugin-ecs-iam-common';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { anEntity } from '../../__testUtils__/anEntity';
import { anEntityRoles, aService } from '../../__testUtils__/builders';
import { ecsIamApiMock } from '../../__testUtils__/ecsIamApiMock';
import { EntityRoles } from './EntityRoles';

function Switch() {
  const [name, setName] = useState('checkout');
  return (
    <EntityProvider entity={anEntity(name)}>
      <button onClick={() => setName('search')}>go to search</button>
      <EntityRoles />
    </EntityProvider>
  );
}

describe('EntityRoles, when the entity changes', () => {
  it('never shows the roles of the entity before', async () => {
    let answer: (data: Data) => void = () => {};
    const api = ecsIamApiMock({
      getEntityRoles: entityRef =>
        entityRef === 'component:default/checkout'
          ? Promise.resolve(anEntityRoles())
          : new Promise(resolve => {
              answer = resolve;
            }),
    });
    await renderInTestApp(
      <TestApiProvider apis={[api]}>
        <Switch />
      </TestApiProvider>,
    );
    await screen.findByRole('region', { name: 'checkout' });

    await userEvent.click(screen.getByRole('button', { name: 'go to search' }));
    expect(
      screen.queryByRole('region', { name: 'checkout' }),
    ).not.toBeInTheDocument();
    expect(screen.getByText('Loading the IAM roles')).toBeInTheDocument();

    await act(async () =>
      answer(anEntityRoles({ services: [aService({ name: 'search' })] })),
    );
    expect(
      await screen.findByRole('region', { name: 'search' }),
    ).toBeInTheDocument();
  });
});
