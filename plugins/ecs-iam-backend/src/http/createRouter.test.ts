import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  EntityRoles,
  RoleDetail,
  Scan,
} from '@ecs-iam/plugin-ecs-iam-common';
import express from 'express';
import request from 'supertest';
import type { EntityRolesService } from '../roles/EntityRolesService';
import type { FleetService } from '../roles/FleetService';
import type { RoleService } from '../roles/RoleService';
import type { ScanService } from '../scans/ScanService';
import { createRouter } from './createRouter';

const analysis: EntityRoles['analysis'] = {
  actionDataDate: '2026-09-26',
  notLookedAt: ['session'],
};

const entityRoles: EntityRoles = {
  entityRef: 'component:default/checkout',
  annotated: false,
  services: [],
  roles: [],
  findings: [],
  analysis,
  gaps: [],
  problems: [],
  scannedAt: null,
  stale: null,
  scan: null,
  mayScan: true,
};

const trust: RoleDetail['trust'] = {
  id: 'trust',
  kind: 'trust',
  name: 'Trust policy',
  arn: null,
  versionId: null,
  consoleUrl: null,
  document: { known: false, because: 'AccessDenied' },
};

const role: RoleDetail = {
  id: 'abc',
  arn: 'arn:aws:iam::111122223333:role/checkout-task',
  name: 'checkout-task',
  accountId: '111122223333',
  existence: { known: true, value: 'exists' },
  consoleUrl: 'https://console.aws.amazon.com/',
  path: '/',
  partition: 'aws',
  createdAt: { known: false, because: 'AccessDenied' },
  lastUsed: { known: false, because: 'AccessDenied' },
  tags: { known: false, because: 'AccessDenied' },
  slots: ['task'],
  trust,
  policies: { known: true, value: [] },
  boundary: { known: true, value: null },
  findings: [],
  analysis,
  needs: { known: true, value: [] },
  usedBy: { visible: [], hidden: 0 },
  gaps: [],
  scannedAt: null,
};

const scan: Scan = {
  id: '1',
  state: 'queued',
  requestedAt: '2026-11-02T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  progress: { done: 0, total: 1 },
  targets: [],
};

function aRouter() {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => event,
  });
  const services = {
    entityRoles: {
      get: jest.fn<
        ReturnType<EntityRolesService['get']>,
        Parameters<EntityRolesService['get']>
      >(async () => entityRoles),
    },
    roles: {
      get: jest.fn<
        ReturnType<RoleService['get']>,
        Parameters<RoleService['get']>
      >(async () => role),
    },
    fleet: {
      services: jest.fn<
        ReturnType<FleetService['services']>,
        Parameters<FleetService['services']>
      >(async () => ({ items: [], totalItems: 0, nextCursor: null, analysis })),
      targets: jest.fn<
        ReturnType<FleetService['targets']>,
        Parameters<FleetService['targets']>
      >(async () => ({ items: [] })),
      rules: jest.fn<
        ReturnType<FleetService['rules']>,
        Parameters<FleetService['rules']>
      >(async () => ({ items: [], analysis })),
    },
    scans: {
      request: jest.fn<
        ReturnType<ScanService['request']>,
        Parameters<ScanService['request']>
      >(async () => scan),
      get: jest.fn<
        ReturnType<ScanService['get']>,
        Parameters<ScanService['get']>
      >(async () => scan),
    },
  };
  const app = express();
  app.use(
    createRouter({ httpAuth: mockServices.httpAuth(), auditor, ...services }),
  );
  app.use(mockErrorHandler());
  return { api: request(app), auditor, event, ...services };
}

const byUser = { credentials: mockCredentials.user() };

describe('createRouter', () => {
  it.each([
    ['get', '/v1/entity/default/component/checkout/roles'],
    ['get', '/v1/roles/abc'],
    ['get', '/v1/services'],
    ['get', '/v1/targets'],
    ['get', '/v1/rules'],
    ['post', '/v1/scans'],
    ['get', '/v1/scans/1'],
  ] as const)('asks who it is: %s %s', async (method, path) => {
    const { api } = aRouter();
    const { status, body } = await api[method](path).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect([status, body.error.name]).toEqual([401, 'AuthenticationError']);
  });

  it.each([
    ['a user', mockCredentials.user.header()],
    ['another service', mockCredentials.service.header()],
  ])('lets %s in', async (_, header) => {
    const { api } = aRouter();
    const { status } = await api.get('/v1/rules').set('Authorization', header);
    expect(status).toBe(200);
  });

  it.each([
    '/v1/entity/default/component/checkout/roles',
    '/v1/entity/Default/Component/CHECKOUT/roles',
  ])('reads the entity of %s', async path => {
    const { api, entityRoles: service } = aRouter();
    const { status, body } = await api.get(path);
    expect([status, body]).toEqual([200, entityRoles]);
    expect(service.get).toHaveBeenCalledWith(
      'component:default/checkout',
      byUser,
    );
  });

  it('reads a role', async () => {
    const { api, roles } = aRouter();
    const { status, body } = await api.get('/v1/roles/abc');
    expect([status, body]).toEqual([200, role]);
    expect(roles.get).toHaveBeenCalledWith('abc', byUser);
  });

  it('reads services by what the query says', async () => {
    const { api, fleet } = aRouter();
    await api
      .get('/v1/services?severity=high&owner=shop&limit=10')
      .expect(200, { items: [], totalItems: 0, nextCursor: null, analysis });
    expect(fleet.services).toHaveBeenCalledWith(
      {
        filter: { severity: 'high', owner: 'group:default/shop' },
        page: { limit: 10, sort: 'name', descending: false },
      },
      byUser,
    );
  });

  it.each([
    [
      'an entity, whatever the letter case',
      { entityRef: 'Component:Checkout' },
      { entityRef: 'component:default/checkout' },
    ],
    [
      'a target',
      { target: { accountId: '111122223333', region: 'eu-west-1' } },
      { target: { accountId: '111122223333', region: 'eu-west-1' } },
    ],
    ['everything', {}, {}],
    ['everything, without a body', undefined, {}],
  ])('starts a scan of %s', async (_, sent, wanted) => {
    const { api, scans } = aRouter();
    await api.post('/v1/scans').send(sent).expect(202, scan);
    expect(scans.request).toHaveBeenCalledWith(wanted, byUser);
  });

  it('tells the progress of a scan', async () => {
    const { api, scans } = aRouter();
    await api.get('/v1/scans/1').expect(200, scan);
    expect(scans.get).toHaveBeenCalledWith('1', byUser);
  });

  it.each([
    ['a filter that is misspelt', 'severety=high', "'severety'"],
    ['an unknown severity', 'severity=severe', "'severity' must be one of"],
    ['an unknown slot', 'slot=tasks', "'slot' must be one of"],
    ['an unknown compute', 'compute=lambda', "'compute' must be one of"],
    ['an unknown state', 'state=here', "'state' must be one of"],
    ['an unknown sort', 'sort=age', "'sort' must be one of"],
    ['an unknown order', 'order=up', "'order' must be one of"],
    ['no items', 'limit=0', "'limit' must be"],
    ['too many items', 'limit=201', "'limit' must be"],
    ['half an item', 'limit=1.5', "'limit' must be"],
    ['an account id that is too short', 'account=1111', "'account' must be"],
    ['a filter given twice', 'q=a&q=b', "'q' must be given once"],
    ['an empty cursor', 'cursor=', "'cursor' must not be empty"],
    ['an empty owner', 'owner=', "'owner' must not be empty"],
    ['an empty system', 'system=', "'system' must not be empty"],
    ['an owner that is no ref', 'owner=group:', "'owner' must be"],
  ])('refuses %s', async (_, query, message) => {
    const { api, fleet } = aRouter();
    const { status, body } = await api.get(`/v1/services?${query}`);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(message);
    expect(fleet.services).not.toHaveBeenCalled();
  });

  it.each([
    ['/v1/entity/default%00/component/checkout/roles', 'namespace'],
    ['/v1/entity/default/component%00/checkout/roles', 'kind'],
    ['/v1/entity/default/component/check%00out/roles', 'name'],
    ['/v1/roles/a%00b', 'id'],
    ['/v1/scans/a%00b', 'id'],
    ['/v1/services?q=a%00b', 'q'],
    ['/v1/services?region=%00', 'region'],
    ['/v1/services?cluster=%00', 'cluster'],
    ['/v1/services?rule=%00', 'rule'],
    ['/v1/services?owner=a%00b', 'owner'],
    ['/v1/services?system=a%00b', 'system'],
  ])(
    'refuses the NUL character, which PostgreSQL does not take: %s',
    async (path, parameter) => {
      const { api, ...services } = aRouter();
      const { status, body } = await api.get(path);
      expect([status, body.error.name, body.error.message]).toEqual([
        400,
        'InputError',
        `'${parameter}' must not hold a NUL character`,
      ]);
      expect(services.auditor.createEvent).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['something else', { everything: true }],
    ['two things', { entityRef: 'component:a', target: {} }],
    ['a number for an account', { target: { accountId: 1, region: 'a' } }],
    ['an entity without a kind', { entityRef: 'checkout' }],
    ['an entity with a NUL character', { entityRef: 'component:a\0b' }],
    ['a list', []],
  ])('refuses a scan of %s', async (_, sent) => {
    const { api, scans } = aRouter();
    const { status, body } = await api.post('/v1/scans').send(sent);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(scans.request).not.toHaveBeenCalled();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'reads a body that is said to be %s, in place of scanning everything',
    async type => {
      const { api, scans } = aRouter();
      const send = (sent: string) =>
        api.post('/v1/scans').set('Content-Type', type).send(sent);
      await send('entityRef=component:default/checkout').expect(400);
      expect(scans.request).not.toHaveBeenCalled();
      await send('{"entityRef":"component:default/checkout"}').expect(202);
      expect(scans.request).toHaveBeenCalledWith(
        { entityRef: 'component:default/checkout' },
        byUser,
      );
    },
  );

  it.each([
    [400, new InputError("'cursor' is wrong")],
    [403, new NotAllowedError('denied')],
    [404, new NotFoundError('not there')],
    [409, new ConflictError('scanned a moment ago')],
  ])('answers %i as the service says', async (status, error) => {
    const { api, scans } = aRouter();
    scans.request.mockRejectedValue(error);
    const answer = await api.post('/v1/scans').send({});
    expect([answer.status, answer.body.error]).toEqual([
      status,
      expect.objectContaining({ name: error.name, message: error.message }),
    ]);
  });

  it.each([
    [
      '/v1/entity/default/component/checkout/roles',
      'entity-roles-fetch',
      { queryType: 'entity', entityRef: 'component:default/checkout' },
    ],
    ['/v1/roles/abc', 'role-fetch', { queryType: 'by-id', roleId: 'abc' }],
    ['/v1/services', 'fleet-fetch', { queryType: 'services' }],
    ['/v1/targets', 'fleet-fetch', { queryType: 'targets' }],
  ])('has the read of %s audited', async (path, eventId, meta) => {
    const { api, auditor, event } = aRouter();
    await api.get(path).expect(200);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId,
      severityLevel: 'low',
      meta,
      request: expect.objectContaining({ originalUrl: path }),
    });
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('has scans audited, those that are refused too', async () => {
    const { api, auditor, event, scans } = aRouter();
    const error = new NotAllowedError('denied');
    scans.request.mockRejectedValue(error);
    await api.post('/v1/scans').send({ entityRef: 'component:a' }).expect(403);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'scan-run',
        severityLevel: 'medium',
        meta: { queryType: 'entity', entityRef: 'component:default/a' },
      }),
    );
    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });
});
