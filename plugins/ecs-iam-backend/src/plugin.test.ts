import type { Entity } from '@backstage/catalog-model';
import { known } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  roleArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { annotations, entityRolesSchema } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import { IRELAND } from './testSupport/anInventory';
import { FixtureCollector } from './testSupport/FixtureCollector';

function component(name: string, given: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations: given },
  };
}

const checkout = component('checkout', {
  [annotations.amazonEcsServiceArn]: aService().arn,
});

function theFleet(): FixtureCollector {
  const collector = FixtureCollector.create();
  collector.answer(IRELAND, [
    { kind: 'cluster', facts: [aCluster()] },
    { kind: 'service', facts: [aService()] },
    {
      kind: 'taskDefinition',
      facts: [
        aTaskDefinition({
          taskRoleArn: roleArn('checkout-task'),
          executionRoleArn: roleArn('ecsTaskExecutionRole'),
        }),
      ],
    },
    {
      kind: 'role',
      facts: [
        aRole({
          policies: known([
            aRolePolicy({
              document: known(
                '{"Version":"2012-10-17","Statement":[{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}]}',
              ),
            }),
          ]),
        }),
        aRole({ name: 'ecsTaskExecutionRole' }),
      ],
    },
  ]);
  return collector;
}

describe('ecsIamPlugin', () => {
  it('shows the roles of an entity after a scan', async () => {
    const { api, scan } = await aBackend({
      collector: theFleet(),
      entities: [checkout],
    });
    await scan();
    const { body } = await api
      .get('/api/ecs-iam/v1/entity/default/component/checkout/roles')
      .expect(200);
    entityRolesSchema.parse(body);
  });
});
