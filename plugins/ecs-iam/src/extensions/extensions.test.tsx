import { renderTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { screen } from '@testing-library/react';
import plugin from '../plugin';
import { anEntity } from '../__testUtils__/anEntity';
import { aFinding, anEntityRoles } from '../__testUtils__/builders';
import { ecsIamApiMock } from '../__testUtils__/ecsIamApiMock';

const sentinel = EntityCardBlueprint.make({
  name: 'sentinel',
  params: { loader: async () => <p>sentinel</p> },
});

const withoutAnnotation = anEntity('other', { 'example.com/other': 'x' });

function render(
  extension: 'entity-content:ecs-iam' | 'entity-card:ecs-iam/summary',
  entity: Entity,
) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      sentinel,
      plugin.getExtension(extension),
    ],
    apis: [
      ecsIamApiMock({
        getEntityRoles: async () => anEntityRoles({ findings: [aFinding()] }),
      }),
    ],
  });
}

describe.each(Object.values(annotations))('with the annotation %s', name => {
  const entity = anEntity('checkout', { [name]: 'anything' });

  it('the tab is there', async () => {
    render('entity-content:ecs-iam', entity);
    expect(
      await screen.findByRole('table', { name: 'IAM roles of checkout' }),
    ).toBeInTheDocument();
  });

  it('the card is there', async () => {
    render('entity-card:ecs-iam/summary', entity);
    expect(await screen.findByText('1 critical')).toBeInTheDocument();
  });
});

describe('without an annotation', () => {
  it.each(['entity-content:ecs-iam', 'entity-card:ecs-iam/summary'] as const)(
    '%s is not there',
    async extension => {
      render(extension, withoutAnnotation);
      expect(await screen.findByText('sentinel')).toBeInTheDocument();
      expect(screen.queryByText(/IAM roles/)).not.toBeInTheDocument();
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
    },
  );
});

describe('the plugin', () => {
  it.each([
    'api:ecs-iam',
    'entity-content:ecs-iam',
    'entity-card:ecs-iam/summary',
  ] as const)('has the extension %s', id => {
    expect(plugin.getExtension(id)).toBeDefined();
  });
});
