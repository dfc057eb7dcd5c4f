import { catalogueDate } from '@ecs-iam/iam-analysis';
import { roleArn } from '@ecs-iam/iam-analysis/testUtils';
import {
  annotations,
  roleDetailSchema,
  ruleListSchema,
  scanSchema,
  serviceListSchema,
  targetListSchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import { component, theFleet } from './testSupport/aFleet';
import {
  aScannedBackend,
  CHECKOUT,
  orders,
} from './testSupport/aScannedBackend';

const analysis = {
  actionDataDate: catalogueDate,
  notLookedAt: ['service-control', 'resource-control', 'resource', 'session'],
};
const byTags = annotations.amazonEcsServiceTags;

describe('ecsIamPlugin', () => {
  it('answers every route as agreed', async () => {
    const { api } = await aScannedBackend({ only: ['iam.admin-access'] });
    const base = '/api/ecs-iam/v1';
    const get = async (path: string) =>
      (await api.get(`${base}${path}`).expect(200)).body;

    const services = serviceListSchema.strict().parse(await get('/services'));
    expect(services).toMatchObject({
      analysis,
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
      analysis,
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
    const catalogue = ruleListSchema.strict().parse(await get('/rules'));
    expect(catalogue.items.map(({ id }) => id)).toContain('iam.admin-access');
    expect(catalogue.analysis).toEqual(analysis);
    scanSchema
      .strict()
      .parse((await api.post(`${base}/scans`).send({}).expect(202)).body);
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
