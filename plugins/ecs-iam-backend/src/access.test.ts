import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import type { Policy } from './testSupport/aBackend';
import { component, theFleet } from './testSupport/aFleet';
import { IRELAND, STAGING } from './testSupport/anInventory';
import { aGap } from './testSupport/inventoryFixtures';
import {
  aScannedBackend,
  checkout,
  COMPONENTS,
  ORDERS,
  rolesOf,
} from './testSupport/aScannedBackend';

describe('who may see what', () => {
  const denied =
    (...permissions: readonly string[]): Policy =>
    name =>
      !permissions.includes(name);
  const ownCheckout: Policy = (name, ref) =>
    name === 'ecs-iam.roles.read' && ref === 'component:default/checkout';

  it('refuses the roles of an entity that is visible', async () => {
    const { api } = await aScannedBackend({
      policy: denied('ecs-iam.roles.read'),
    });
    const { body } = await api.get(`${COMPONENTS}/checkout/roles`).expect(403);
    expect(body.error.name).toBe('NotAllowedError');
    await api.get(`${COMPONENTS}/missing/roles`).expect(404);
  });

  it('hides what the catalog hides from the caller', async () => {
    const backend = await aScannedBackend({
      visible: ({ metadata }) => metadata.name === 'checkout',
      policy: denied('ecs-iam.fleet.read'),
    });
    await backend.api.get(`${COMPONENTS}/orders/roles`).expect(404);
    await backend.api
      .post('/api/ecs-iam/v1/scans')
      .send({ entityRef: 'component:default/orders' })
      .expect(404);
    const { services } = await rolesOf(backend, 'checkout');
    expect(services[0].roles[0].sharedWith).toEqual({ visible: [], hidden: 1 });
    const { body } = await backend.api
      .get('/api/ecs-iam/v1/services')
      .expect(200);
    expect(body.items).toEqual([expect.objectContaining({ name: 'checkout' })]);
  });

  it('shows an owner the own entity, and only counts others who share a role', async () => {
    const backend = await aScannedBackend({ policy: ownCheckout });
    const found = await rolesOf(backend, 'checkout');
    expect(found.mayScan).toBe(false);
    expect(
      found.services[0].roles.map(({ slot, sharedWith }) => [slot, sharedWith]),
    ).toEqual([
      ['execution', { visible: [], hidden: 1 }],
      ['task', { visible: [], hidden: 0 }],
      ['instance', { visible: [], hidden: 0 }],
    ]);
    await backend.api.get(`${COMPONENTS}/orders/roles`).expect(403);
  });

  it('names those who share a role to whoever may see them', async () => {
    const found = await rolesOf(await aScannedBackend(), 'checkout');
    expect(found.services[0].roles[0].sharedWith).toEqual({
      visible: [
        {
          serviceArn: ORDERS,
          serviceName: 'orders',
          clusterName: 'prod-eu',
          entityRefs: ['component:default/orders'],
        },
      ],
      hidden: 0,
    });
  });

  it('shows a role to whoever may see an entity that uses it, and to no one else', async () => {
    const backend = await aScannedBackend({ policy: ownCheckout });
    const [execution, task] = (await rolesOf(backend, 'checkout')).services[0]
      .roles;
    const { body } = await backend.api
      .get(`/api/ecs-iam/v1/roles/${execution.role?.id}`)
      .expect(200);
    expect(body.usedBy).toEqual({
      visible: [expect.objectContaining({ serviceName: 'checkout' })],
      hidden: 1,
    });

    const other = await aScannedBackend({
      policy: (name, ref) =>
        name === 'ecs-iam.roles.read' && ref === 'component:default/orders',
    });
    const answer = await other.api
      .get(`/api/ecs-iam/v1/roles/${task.role?.id}`)
      .expect(404);
    const nothing = await other.api
      .get('/api/ecs-iam/v1/roles/none')
      .expect(404);
    expect(answer.body.error.message.replace(task.role?.id, 'none')).toBe(
      nothing.body.error.message,
    );
  });

  it('shows roles and services without an entity to whoever may see the fleet', async () => {
    const all = await aScannedBackend({ entities: [] });
    const { body } = await all.api.get('/api/ecs-iam/v1/services').expect(200);
    expect(body.totalItems).toBe(2);
    const id = body.items[0].roles[0].roleId;
    await all.api.get(`/api/ecs-iam/v1/roles/${id}`).expect(200);

    const none = await aScannedBackend({
      entities: [],
      policy: denied('ecs-iam.fleet.read'),
    });
    const { body: nothing } = await none.api
      .get('/api/ecs-iam/v1/services')
      .expect(200);
    expect(nothing).toMatchObject({
      items: [],
      totalItems: 0,
      nextCursor: null,
    });
    await none.api.get(`/api/ecs-iam/v1/roles/${id}`).expect(404);
  });

  it('narrows the list of services to what the caller may see', async () => {
    const { api } = await aScannedBackend({ policy: ownCheckout });
    const { body } = await api.get('/api/ecs-iam/v1/services').expect(200);
    expect(body).toMatchObject({
      items: [{ name: 'checkout' }],
      totalItems: 1,
    });
    const { body: filtered } = await api
      .get('/api/ecs-iam/v1/services?q=orders')
      .expect(200);
    expect(filtered.totalItems).toBe(0);
    await api.get('/api/ecs-iam/v1/targets').expect(403);
    await api.get('/api/ecs-iam/v1/rules').expect(200);
  });

  it.each<[string, Policy, JsonObject, number]>([
    [
      'an entity',
      denied('ecs-iam.fleet.read'),
      { entityRef: 'component:checkout' },
      202,
    ],
    [
      'an entity, without the permission',
      denied('ecs-iam.scan.create'),
      { entityRef: 'component:checkout' },
      403,
    ],
    [
      'an entity that may not be seen',
      denied('ecs-iam.roles.read'),
      { entityRef: 'component:checkout' },
      403,
    ],
    [
      'an entity that is not there',
      () => true,
      { entityRef: 'component:missing' },
      404,
    ],
    [
      'an entity without annotations',
      () => true,
      { entityRef: 'component:plain' },
      400,
    ],
    ['everything, without the fleet', denied('ecs-iam.fleet.read'), {}, 403],
    ['everything', () => true, {}, 202],
    [
      'a target',
      () => true,
      { target: { accountId: '111122223333', region: 'eu-west-1' } },
      202,
    ],
    [
      'a target, without the fleet',
      denied('ecs-iam.fleet.read'),
      { target: { accountId: '111122223333', region: 'eu-west-1' } },
      403,
    ],
    [
      'what is no target',
      () => true,
      { target: { accountId: '444455556666', region: 'eu-west-1' } },
      400,
    ],
  ])('scans %s', async (_, policy, body, status) => {
    const { api } = await aScannedBackend({
      entities: [checkout, component('plain')],
      policy,
    });
    const answer = await api.post('/api/ecs-iam/v1/scans').send(body);
    expect(answer.status).toBe(status);
  });

  describe('of an entity that asks for what can be anywhere', () => {
    const family = component('anywhere', {
      [annotations.taskFamilies]: 'nightly-report',
    });
    const tags = component('tagged', {
      [annotations.amazonEcsServiceTags]: 'component=none',
    });
    const everywhere = async (policy: Policy) => {
      const collector = theFleet();
      collector.answer(STAGING, 'the role reader cannot be assumed');
      let allowed: Policy = () => true;
      const backend = await aBackend({
        collector,
        entities: [checkout, family, tags],
        policy: (name, ref) => allowed(name, ref),
        config: {
          targets: [IRELAND, STAGING].map(({ accountId, region }) => ({
            accountId,
            regions: [region],
          })),
          scan: { cooldown: { seconds: 0 } },
        },
      });
      await backend.scan();
      collector.answer(IRELAND, [
        { kind: 'gap', gap: aGap({ leavesIncomplete: [] }) },
      ]);
      await backend.scan();
      allowed = policy;
      return backend;
    };
    const fleetDenied = denied('ecs-iam.fleet.read');

    it.each(['anywhere', 'tagged'])(
      'does not tell how scans of other accounts came along, nor starts them (%s)',
      async name => {
        const backend = await everywhere(fleetDenied);
        const found = await rolesOf(backend, name);
        expect(found).toMatchObject({ gaps: [], stale: null });
        expect(JSON.stringify(found)).not.toMatch(/444455556666|reader/);
        await backend.api
          .post('/api/ecs-iam/v1/scans')
          .send({ entityRef: `component:${name}` })
          .expect(403);
      },
    );

    it('tells it to whoever may see the fleet', async () => {
      const backend = await everywhere(() => true);
      const { gaps } = await rolesOf(backend, 'anywhere');
      expect(gaps).toEqual([
        expect.objectContaining({ api: 'ecs:ListServices' }),
      ]);
      await backend.api
        .post('/api/ecs-iam/v1/scans')
        .send({ entityRef: 'component:anywhere' })
        .expect(202);
    });
  });

  it('does not tell about scans to whoever may not start one or see the fleet', async () => {
    const { api } = await aScannedBackend({ policy: ownCheckout });
    const { body } = await api.get('/api/ecs-iam/v1/scans/1').expect(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it('lets nobody in who is not signed in', async () => {
    const { api } = await aScannedBackend();
    const { body } = await api
      .get(`${COMPONENTS}/checkout/roles`)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    expect(body.error.name).toBe('AuthenticationError');
  });
});
