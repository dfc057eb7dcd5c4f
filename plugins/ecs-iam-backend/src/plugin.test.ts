import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { unknown } from '@ecs-iam/iam-analysis';
import { aRole, aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import {
  annotations,
  entityRolesSchema,
  roleDetailSchema,
  ruleListSchema,
  scanSchema,
  serviceListSchema,
  targetListSchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import type { Policy } from './testSupport/aBackend';
import { component, pagesOf, theFleet } from './testSupport/aFleet';
import { IRELAND } from './testSupport/anInventory';
import type { FixtureCollector } from './testSupport/FixtureCollector';

const byArn = annotations.amazonEcsServiceArn;
const byTags = annotations.amazonEcsServiceTags;
const CHECKOUT = aService().arn;
const ORDERS = aService({ name: 'orders' }).arn;

const checkout = component('checkout', { [byArn]: CHECKOUT });
const orders = component('orders', { [byArn]: ORDERS });

const ROLES = '/api/ecs-iam/v1/entity/default/component';

async function aScannedBackend(
  options: Readonly<{
    entities?: readonly Entity[];
    policy?: Policy;
    config?: JsonObject;
  }> = {},
) {
  let policy: Policy = () => true;
  const backend = await aBackend({
    collector: theFleet(),
    entities: [checkout, orders],
    ...options,
    policy: (name, ref) => policy(name, ref),
  });
  await backend.scan();
  policy = options.policy ?? policy;
  return backend;
}

async function rolesOf(
  backend: Pick<Awaited<ReturnType<typeof aBackend>>, 'api'>,
  name: string,
) {
  const { body } = await backend.api.get(`${ROLES}/${name}/roles`).expect(200);
  return entityRolesSchema.parse(body);
}

describe('ecsIamPlugin', () => {
  it('shows the roles of an entity and what is wrong with them', async () => {
    const found = await rolesOf(await aScannedBackend(), 'checkout');
    expect(found).toMatchObject({
      entityRef: 'component:default/checkout',
      annotated: true,
      scannedAt: expect.any(String),
      stale: null,
      scan: null,
      mayScan: true,
      gaps: [],
      problems: [],
    });
    expect(
      found.services.map(({ name, state, roles }) => [
        name,
        state,
        roles.map(({ slot, role, findings }) => [
          slot,
          role?.name ?? null,
          findings.length,
        ]),
      ]),
    ).toEqual([
      [
        'checkout',
        'active',
        [
          ['execution', 'ecsTaskExecutionRole', 0],
          ['task', 'checkout-task', 1],
          ['instance', null, 0],
        ],
      ],
    ]);
    expect(found.findings).toEqual([
      expect.objectContaining({
        ruleId: 'iam.admin-access',
        severity: 'critical',
        roleName: 'checkout-task',
        slot: 'task',
        place: {
          document: 'inline:app',
          documentName: 'app',
          pointer: '/Statement/1',
          statement: 1,
          sid: 'All',
        },
      }),
    ]);
  });

  it('answers every route as agreed', async () => {
    const { api } = await aScannedBackend();
    const base = '/api/ecs-iam/v1';
    const get = async (path: string) =>
      (await api.get(`${base}${path}`).expect(200)).body;

    const services = serviceListSchema.strict().parse(await get('/services'));
    expect(services).toMatchObject({
      totalItems: 2,
      items: [
        { name: 'checkout', entityRefs: ['component:default/checkout'] },
        { name: 'orders', entityRefs: ['component:default/orders'] },
      ],
    });
    const [, task] = services.items[0].roles;
    expect(
      roleDetailSchema.strict().parse(await get(`/roles/${task.roleId}`)),
    ).toMatchObject({
      arn: roleArn('checkout-task'),
      slots: ['task'],
      usedBy: { visible: [{ serviceArn: CHECKOUT }], hidden: 0 },
      policies: {
        known: true,
        value: [
          {
            id: 'inline:app',
            document: {
              known: true,
              value: {
                statements: [
                  { index: 0, firstLine: 4, lastLine: 8, findings: [] },
                  {
                    index: 1,
                    firstLine: 9,
                    lastLine: 14,
                    findings: [expect.any(String)],
                  },
                ],
                faults: [],
              },
            },
          },
        ],
      },
    });
    expect(
      targetListSchema.strict().parse(await get('/targets')).items,
    ).toEqual([
      {
        accountId: '111122223333',
        region: 'eu-west-1',
        partition: 'aws',
        state: 'succeeded',
        lastAttempt: expect.any(String),
        lastSuccess: expect.any(String),
        error: null,
        services: 2,
        roles: 3,
        gaps: [],
      },
    ]);
    expect(
      ruleListSchema
        .strict()
        .parse(await get('/rules'))
        .items.map(({ id }) => id),
    ).toContain('iam.admin-access');
    scanSchema
      .strict()
      .parse((await api.post(`${base}/scans`).send({}).expect(202)).body);
  });

  it('unites what the annotations by ARN and by tags name', async () => {
    const both = component('both', {
      [byArn]: CHECKOUT,
      [byTags]: 'env=prod',
    });
    const { services } = await rolesOf(
      await aScannedBackend({ entities: [both] }),
      'both',
    );
    expect(services.map(({ arn, matchedBy }) => [arn, matchedBy])).toEqual([
      [CHECKOUT, [byArn, byTags]],
      [ORDERS, [byTags]],
    ]);
  });

  it('says what is wrong with each service, and shows the rest', async () => {
    const mixed = component('mixed', {
      [byArn]: CHECKOUT,
      [byTags]: 'env=nowhere',
      [annotations.serviceArns]: [
        'checkout',
        'arn:aws:ecs:eu-west-1:111122223333:service/orders',
        'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/gone',
        'arn:aws:ecs:eu-west-1:111122223333:service/old-form',
        'arn:aws:ecs:us-east-1:111122223333:service/prod-us/checkout',
      ].join('\n'),
    });
    const found = await rolesOf(
      await aScannedBackend({ entities: [mixed] }),
      'mixed',
    );
    expect(
      found.services.map(({ arn, state, problem, roles }) => ({
        arn: arn.split(':').at(-1),
        state,
        roles: roles.length,
        snippet: problem?.snippet ?? null,
      })),
    ).toEqual([
      {
        arn: 'service/prod-eu/checkout',
        state: 'active',
        roles: 3,
        snippet: null,
      },
      { arn: 'service/orders', state: 'active', roles: 3, snippet: null },
      {
        arn: 'service/prod-eu/gone',
        state: 'not-found',
        roles: 0,
        snippet: null,
      },
      { arn: 'service/old-form', state: 'not-found', roles: 0, snippet: null },
      {
        arn: 'service/prod-us/checkout',
        state: 'not-a-target',
        roles: 0,
        snippet: [
          'ecsIam:',
          '  targets:',
          "    - accountId: '111122223333'",
          '      regions: [eu-west-1, us-east-1]',
        ].join('\n'),
      },
      { arn: 'checkout', state: 'malformed', roles: 0, snippet: null },
    ]);
    expect(found.problems).toEqual([
      expect.objectContaining({ annotation: byTags, value: 'env=nowhere' }),
    ]);
  });

  it('reads roles that an annotation names, and shows them by themselves', async () => {
    const owner = component('owner', {
      [annotations.roadieRoleArn]: roleArn('checkout-task'),
      [annotations.roleArns]: 'checkout-role',
    });
    const found = await rolesOf(
      await aScannedBackend({ entities: [owner] }),
      'owner',
    );
    expect(found).toMatchObject({
      services: [],
      roles: [
        {
          arn: roleArn('checkout-task'),
          role: { name: 'checkout-task' },
          problem: null,
          findings: [expect.any(String)],
        },
        { arn: 'checkout-role', role: null, problem: { snippet: null } },
      ],
      findings: [{ ruleId: 'iam.admin-access' }],
      scannedAt: expect.any(String),
    });
  });

  it('knows an entity without annotations, and none that is not there', async () => {
    const { api } = await aScannedBackend({ entities: [component('plain')] });
    const { body } = await api.get(`${ROLES}/plain/roles`).expect(200);
    expect(body).toMatchObject({ annotated: false, services: [] });
    const missing = await api.get(`${ROLES}/missing/roles`).expect(404);
    expect(missing.body.error.name).toBe('NotFoundError');
  });

  it('says before the first scan that nothing was scanned', async () => {
    const { api } = await aBackend({
      collector: theFleet(),
      entities: [checkout],
    });
    const { body } = await api.get(`${ROLES}/checkout/roles`).expect(200);
    expect(body).toMatchObject({
      services: [{ state: 'not-scanned', arn: CHECKOUT }],
      scannedAt: null,
    });
  });

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
      const { body } = await api.get(`${ROLES}/checkout/roles`).expect(403);
      expect(body.error.name).toBe('NotAllowedError');
      await api.get(`${ROLES}/missing/roles`).expect(404);
    });

    it('shows an owner the own entity, and only counts others who share a role', async () => {
      const backend = await aScannedBackend({ policy: ownCheckout });
      const found = await rolesOf(backend, 'checkout');
      expect(found.mayScan).toBe(false);
      expect(
        found.services[0].roles.map(({ slot, sharedWith }) => [
          slot,
          sharedWith,
        ]),
      ).toEqual([
        ['execution', { visible: [], hidden: 1 }],
        ['task', { visible: [], hidden: 0 }],
        ['instance', { visible: [], hidden: 0 }],
      ]);
      await backend.api.get(`${ROLES}/orders/roles`).expect(403);
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
      const { body } = await all.api
        .get('/api/ecs-iam/v1/services')
        .expect(200);
      expect(body.totalItems).toBe(2);
      const id = body.items[0].roles[0].roleId;
      await all.api.get(`/api/ecs-iam/v1/roles/${id}`).expect(200);

      const none = await aScannedBackend({
        entities: [],
        policy: denied('ecs-iam.fleet.read'),
      });
      await none.api
        .get('/api/ecs-iam/v1/services')
        .expect(200, { items: [], totalItems: 0, nextCursor: null });
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

    it('does not tell about scans to whoever may not start one or see the fleet', async () => {
      const { api } = await aScannedBackend({ policy: ownCheckout });
      const { body } = await api.get('/api/ecs-iam/v1/scans/1').expect(404);
      expect(body.error.name).toBe('NotFoundError');
    });

    it('lets nobody in who is not signed in', async () => {
      const { api } = await aScannedBackend();
      const { body } = await api
        .get(`${ROLES}/checkout/roles`)
        .set('Authorization', mockCredentials.none.header())
        .expect(401);
      expect(body.error.name).toBe('AuthenticationError');
    });
  });

  describe('what could not be read', () => {
    const readAgain = async (
      answer: Parameters<FixtureCollector['answer']>[1],
    ) => {
      const collector = theFleet();
      const backend = await aBackend({ collector, entities: [checkout] });
      await backend.scan();
      collector.answer(IRELAND, answer);
      await backend.scan();
      const found = await rolesOf(backend, 'checkout');
      return { ...backend, found };
    };

    it('shows the last good facts when a scan fails, and since when', async () => {
      const { found } = await readAgain('no route to host');
      expect(found).toMatchObject({
        services: [{ state: 'active' }],
        findings: [{ ruleId: 'iam.admin-access' }],
        stale: {
          since: found.scannedAt,
          error: expect.stringContaining('no route to host'),
        },
      });
    });

    it('says since when a service is gone, and shows no roles of it', async () => {
      const { found } = await readAgain(pagesOf({ name: 'orders' }));
      expect(found).toMatchObject({
        services: [
          {
            arn: CHECKOUT,
            state: 'gone',
            goneSince: expect.any(String),
            problem: { fix: expect.any(String) },
            roles: [],
          },
        ],
        findings: [],
      });
    });

    it('names the missing permission, without the roles of others', async () => {
      const own = aRole({
        name: 'checkout-task',
        existence: unknown('AccessDenied', 'iam:GetRole'),
        policies: unknown('AccessDenied', 'iam:ListRolePolicies'),
      });
      const { api, found } = await readAgain([
        ...pagesOf({ name: 'checkout' }).filter(({ kind }) => kind !== 'role'),
        { kind: 'role', facts: [own] },
        {
          kind: 'gap',
          gap: {
            api: 'iam:GetRole',
            because: 'AccessDenied',
            message: 'User is not authorized',
            resources: [own.arn, roleArn('orders-task')],
            leavesIncomplete: [],
          },
        },
      ]);
      const gap = {
        accountId: '111122223333',
        region: null,
        api: 'iam:GetRole',
        because: 'AccessDenied',
        message: expect.stringContaining('iam:GetRole is denied'),
        attach: expect.stringContaining('"iam:GetRole"'),
        resources: [own.arn],
        since: expect.any(String),
      };
      expect(found.gaps).toEqual([gap]);
      const id = found.services[0].roles[1].role?.id;
      const { body } = await api.get(`/api/ecs-iam/v1/roles/${id}`).expect(200);
      expect(roleDetailSchema.parse(body).gaps).toEqual([gap]);
    });

    it('does not say that a service is not there when services could not be listed', async () => {
      const missing = component('missing', { [byArn]: `${CHECKOUT}-2` });
      const collector = theFleet();
      collector.answer(IRELAND, [
        {
          kind: 'gap',
          gap: {
            api: 'ecs:ListServices',
            because: 'AccessDeniedException',
            message: '',
            resources: [],
            leavesIncomplete: ['service'],
          },
        },
      ]);
      const backend = await aBackend({ collector, entities: [missing] });
      await backend.scan();
      expect(await rolesOf(backend, 'missing')).toMatchObject({
        services: [
          {
            state: 'not-scanned',
            problem: { message: expect.stringContaining('ecs:ListServices') },
          },
        ],
      });
    });
  });

  it('filters services by the owner of their entity', async () => {
    const owned = component('checkout', { [byTags]: 'component=checkout' }, [
      { type: 'ownedBy', targetRef: 'group:default/shop' },
    ]);
    const { api } = await aScannedBackend({ entities: [owned, orders] });
    const { body } = await api
      .get('/api/ecs-iam/v1/services?owner=shop')
      .expect(200);
    expect(body).toMatchObject({
      items: [{ name: 'checkout' }],
      totalItems: 1,
    });
  });

  it('pages through services', async () => {
    const { api } = await aScannedBackend();
    const { body: first } = await api
      .get('/api/ecs-iam/v1/services?limit=1&sort=severity')
      .expect(200);
    expect(first).toMatchObject({
      items: [{ name: 'checkout', findings: { critical: 1 } }],
      totalItems: 2,
      nextCursor: expect.any(String),
    });
    const { body: second } = await api
      .get('/api/ecs-iam/v1/services')
      .query({ limit: 1, sort: 'severity', cursor: first.nextCursor })
      .expect(200);
    expect(second).toMatchObject({
      items: [{ name: 'orders' }],
      nextCursor: null,
    });
    const bad = await api
      .get('/api/ecs-iam/v1/services?cursor=nonsense')
      .expect(400);
    expect(bad.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("'cursor'"),
    });
  });

  it('keeps a second scan waiting within the cool-down', async () => {
    const { api } = await aScannedBackend({
      config: {
        targets: [{ accountId: '111122223333', regions: ['eu-west-1'] }],
        scan: { cooldown: { minutes: 5 } },
      },
    });
    const { body } = await api
      .post('/api/ecs-iam/v1/scans')
      .send({})
      .expect(409);
    expect(body.error.name).toBe('ConflictError');
  });

  it('takes accounts and regions from the annotations when none are configured', async () => {
    const { api } = await aScannedBackend({ config: {} });
    const { body } = await api.get('/api/ecs-iam/v1/targets').expect(200);
    expect(body.items).toMatchObject([
      { accountId: '111122223333', region: 'eu-west-1' },
    ]);
  });

  it('does not start when there is nothing to scan anywhere', async () => {
    await expect(
      aBackend({
        collector: theFleet(),
        entities: [component('plain')],
        config: {},
      }),
    ).rejects.toThrow('Set ecsIam.targets');
  });

  it('starts beside a catalog that has read nothing yet', async () => {
    const { api } = await aBackend({
      collector: theFleet(),
      entities: [],
      config: {},
    });
    await expect(api.get('/api/ecs-iam/v1/targets')).resolves.toMatchObject({
      status: 200,
      body: { items: [] },
    });
  });

  it('does not start with a configuration that is wrong', async () => {
    await expect(
      aBackend({
        collector: theFleet(),
        entities: [],
        config: { targets: [{ accountId: 1234, regions: ['eu-west-1'] }] },
      }),
    ).rejects.toThrow('ecsIam.targets[0].accountId');
  });
});
