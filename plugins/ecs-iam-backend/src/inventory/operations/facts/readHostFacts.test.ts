import { known } from '@ecs-iam/iam-analysis';
import type { Host } from '@ecs-iam/iam-analysis';
import {
  aCapacityProvider,
  aCluster,
  aHost,
  anInstanceProfile,
  aRole,
  aService,
  aTaskDefinition,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import { anInventory, at, IRELAND } from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aFinding, aRead } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';

const databases = testDatabases();

const hostIn = (cluster: string, id: string, family: string): Host =>
  aHost({
    instanceId: id,
    arn: `arn:aws:ecs:eu-west-1:111122223333:container-instance/${cluster}/${id}`,
    clusterArn: aCluster({ name: cluster }).arn,
    tasks: known([
      {
        taskDefinitionArn: taskDefinitionArn(`${family}:1`),
        serviceName: family,
        taskRoleArn: null,
        executionRoleArn: null,
        count: 1,
      },
    ]),
  });

const ofCluster = (cluster: string, name: string) => {
  const { arn } = aCluster({ name: cluster });
  return aService({
    name,
    clusterArn: arn,
    arn: `${arn.replace(':cluster/', ':service/')}/${name}`,
  });
};

const revision = (family: string) => aTaskDefinition({ family, revision: 1 });

describe.each(databases.engines)('hosts of services, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;
  const checkout = ofCluster('prod-eu', 'checkout');

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
    await aRead(
      inventory,
      [
        {
          kind: 'cluster',
          facts: [aCluster(), aCluster({ name: 'prod_eu' })],
        },
        {
          kind: 'service',
          facts: [
            checkout,
            ofCluster('prod-eu', 'orders'),
            ofCluster('prod-eu', 'batch'),
            ofCluster('prod_eu', 'orders'),
          ],
        },
        {
          kind: 'taskDefinition',
          facts: [aTaskDefinition(), revision('orders'), revision('far')],
        },
        { kind: 'capacityProvider', facts: [aCapacityProvider()] },
        {
          kind: 'host',
          facts: [
            hostIn('prod-eu', 'i-1', 'orders'),
            hostIn('prod_eu', 'i-2', 'far'),
            hostIn('prod-eu-2', 'i-3', 'far'),
          ],
        },
        { kind: 'instanceProfile', facts: [anInstanceProfile()] },
        { kind: 'role', facts: [aRole()] },
      ],
      '10:00',
    );
  });

  it('are those of their clusters, with the revisions that run there and no more', async () => {
    const facts = await inventory.hostFacts(IRELAND, [checkout]);
    expect(facts).toEqual({
      clusters: expect.arrayContaining([aCluster()]),
      services: [checkout],
      taskDefinitions: expect.arrayContaining([
        aTaskDefinition(),
        revision('orders'),
      ]),
      capacityProviders: [aCapacityProvider()],
      hosts: [hostIn('prod-eu', 'i-1', 'orders')],
      instanceProfiles: [anInstanceProfile()],
      secretKeys: [],
      registry: null,
      families: [],
      roles: [],
      incomplete: new Map(),
    });
    expect(facts.taskDefinitions.length).toBe(2);
  });

  it('are none where the cluster has none, not those whose name is alike', async () => {
    const { hosts } = await inventory.hostFacts(IRELAND, [
      ofCluster('prod_e', 'checkout'),
    ]);
    expect(hosts).toEqual([]);
    const underscored = await inventory.hostFacts(IRELAND, [
      ofCluster('prod_eu', 'orders'),
    ]);
    expect(underscored.hosts.map(({ instanceId }) => instanceId)).toEqual([
      'i-2',
    ]);
  });

  it('leave out hosts that are gone', async () => {
    await aRead(inventory, [], '10:30');
    expect((await inventory.hostFacts(IRELAND, [checkout])).hosts).toEqual([]);
  });

  it('lead to the services beside by cluster and name', async () => {
    const found = async (names: readonly string[]) =>
      (await inventory.servicesInClusters([checkout.clusterArn], names)).map(
        ({ fact }) => fact.arn,
      );
    expect(await found(['orders', 'missing'])).toEqual([
      ofCluster('prod-eu', 'orders').arn,
    ]);
    expect(await found([])).toEqual([]);
    await aRead(inventory, [], '10:30');
    expect(await found(['orders'])).toEqual([]);
  });

  it('lead to how grave the findings of their roles are', async () => {
    const role = aRole().arn;
    await inventory.writeFindings(
      role,
      [
        aFinding(),
        aFinding({ ruleId: 'iam.second' }),
        aFinding({ severity: 'low', slot: 'execution' }),
        aFinding({
          ruleId: 'iam.mitigated',
          severity: 'high',
          state: 'mitigated',
        }),
      ],
      at('10:00'),
    );
    expect(await inventory.activeSeverities([role, 'none'])).toEqual([
      { subject: role, slot: 'execution', severity: 'low' },
      { subject: role, slot: 'task', severity: 'critical' },
    ]);
  });
});
