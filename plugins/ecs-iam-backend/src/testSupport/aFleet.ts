import type { Entity } from '@backstage/catalog-model';
import { known } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aDeployment,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { IRELAND } from './anInventory';
import { FixtureCollector } from './FixtureCollector';

/** An entity with annotations. */
export function component(
  name: string,
  annotations: Readonly<Record<string, string>> = {},
  relations: Entity['relations'] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations: { ...annotations } },
    relations,
  };
}

/** A service of the fixtures. It lies in cluster `prod-eu` unless it says otherwise. */
export type FixtureService = Readonly<{
  name: string;
  tags?: Readonly<Record<string, string>>;
  cluster?: string;
}>;

/** Services that each run with the task role `NAME-task`, and share an execution role. */
export function pagesOf(
  ...services: readonly FixtureService[]
): readonly FactPage[] {
  const clusters = new Set(services.map(({ cluster }) => cluster ?? 'prod-eu'));
  return [
    { kind: 'cluster', facts: [...clusters].map(name => aCluster({ name })) },
    {
      kind: 'service',
      facts: services.map(({ name, tags = {}, cluster = 'prod-eu' }) => {
        const { arn: clusterArn } = aCluster({ name: cluster });
        return aService({
          name,
          clusterArn,
          arn: `${clusterArn.replace(':cluster/', ':service/')}/${name}`,
          tags: known(tags),
          deployments: [
            aDeployment({ taskDefinitionArn: taskDefinitionArn(`${name}:7`) }),
          ],
        });
      }),
    },
    {
      kind: 'taskDefinition',
      facts: services.map(({ name }) =>
        aTaskDefinition({
          arn: taskDefinitionArn(`${name}:7`),
          family: name,
          taskRoleArn: roleArn(`${name}-task`),
          executionRoleArn: roleArn('ecsTaskExecutionRole'),
        }),
      ),
    },
    {
      kind: 'role',
      facts: [
        ...services.map(({ name }) => aRole({ name: `${name}-task` })),
        aRole({ name: 'ecsTaskExecutionRole' }),
      ],
    },
  ];
}

/** `checkout`, whose task role is an administrator, and `orders`, in one account and region. */
export function theFleet(): FixtureCollector {
  const collector = FixtureCollector.create();
  collector.answer(IRELAND, [
    ...pagesOf(
      { name: 'checkout', tags: { component: 'checkout', env: 'prod' } },
      { name: 'orders', tags: { component: 'orders', env: 'prod' } },
    ),
    {
      kind: 'role',
      facts: [
        aRole({
          name: 'checkout-task',
          policies: known([
            aRolePolicy({
              document: known(
                '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::checkout/*"},{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}]}',
              ),
            }),
          ]),
        }),
      ],
    },
  ]);
  return collector;
}
