import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import ecsIamPlugin from '@ecs-iam/plugin-ecs-iam-backend';
import {
  entityRolesSchema,
  ruleListSchema,
  scanSchema,
  targetListSchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import request from 'supertest';
import { parse } from 'yaml';
import { readDemoCatalog } from './demoCatalog';
import demoModule from './demoModule';

/** The demo's own configuration, without what another test backend brings by itself. */
async function demoConfig(): Promise<JsonObject> {
  const path = resolvePackagePath('backend', '../../app-config.yaml');
  const { ecsIam, demo } = parse(await readFile(path, 'utf8'));
  return { ecsIam, demo };
}

async function startDemo() {
  const entities = await readDemoCatalog();
  const { server } = await startTestBackend({
    features: [
      ecsIamPlugin,
      demoModule,
      catalogServiceMock.factory({ entities: [...entities] }),
      mockServices.rootConfig.factory({
        data: {
          backend: { listen: { host: '127.0.0.1', port: 0 } },
          ...(await demoConfig()),
        },
      }),
    ],
  });
  const get = async (path: string) =>
    (await request(server).get(`/api/ecs-iam/v1/${path}`).expect(200)).body;
  const started = await request(server)
    .post('/api/ecs-iam/v1/scans')
    .send({})
    .expect(202);
  let scan = scanSchema.parse(started.body);
  while (scan.finishedAt === null) {
    scan = scanSchema.parse(await get(`scans/${scan.id}`));
  }
  return {
    scan,
    entities,
    rolesOf: async (name: string, kind: string = 'component') =>
      entityRolesSchema.parse(
        await get(`entity/default/${kind}/${name}/roles`),
      ),
    targets: async () => targetListSchema.parse(await get('targets')).items,
    ruleIds: async () =>
      ruleListSchema.parse(await get('rules')).items.map(({ id }) => id),
  };
}

describe('the demo', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  beforeAll(async () => {
    demo = await startDemo();
  }, 60_000);

  it('reads all targets', async () => {
    expect(
      demo.scan.targets
        .map(
          ({ accountId, region, state, services }) =>
            `${accountId} ${region} ${state} ${services}`,
        )
        .sort(),
    ).toEqual([
      '111122223333 eu-west-1 succeeded 30',
      '111122223333 us-east-1 succeeded 16',
      '444455556666 eu-west-1 succeeded 8',
      '444455556666 us-east-1 succeeded 3',
      '777788889999 eu-west-1 partial 5',
      '777788889999 us-east-1 partial 3',
    ]);
  });

  it('has a recorded answer to every question; only iam:GetRole is denied in one account', async () => {
    const gaps = (await demo.targets()).flatMap(target =>
      target.gaps.map(({ accountId, api, because }) => [
        accountId,
        target.region,
        api,
        because,
      ]),
    );
    expect(gaps.sort()).toEqual(
      ['eu-west-1', 'us-east-1'].map(region => [
        '777788889999',
        region,
        'iam:GetRole',
        'AccessDenied',
      ]),
    );
  });

  it('shows checkout with three roles and something wrong with each', async () => {
    const { services } = await demo.rolesOf('checkout');
    expect(
      services.map(({ name, compute, roles }) => ({
        name,
        compute,
        roles: roles.map(({ slot, role, findings }) => ({
          slot,
          role: role?.name,
          flawed: findings.length > 0,
        })),
      })),
    ).toEqual([
      {
        name: 'checkout',
        compute: ['ec2'],
        roles: [
          { slot: 'execution', role: 'ecsTaskExecutionRole', flawed: true },
          { slot: 'task', role: 'checkout-task', flawed: true },
          { slot: 'instance', role: 'ecsInstanceRole', flawed: true },
        ],
      },
    ]);
  });

  it.each(['app-config', 'device-registry', 'feature-flags', 'search-api'])(
    'finds nothing wrong with %s, however much it remarks on',
    async name => {
      const { findings } = await demo.rolesOf(name);
      expect(
        findings
          .filter(
            ({ state, severity }) => state === 'active' && severity !== 'info',
          )
          .map(({ ruleId }) => ruleId),
      ).toEqual([]);
      expect(findings).not.toEqual([]);
    },
  );

  it('shows every rule, but for those about a report that only AWS can make', async () => {
    const shown = new Set<string>();
    for (const { kind, metadata } of demo.entities) {
      const { findings } = await demo.rolesOf(metadata.name, kind);
      findings.forEach(({ ruleId }) => shown.add(ruleId));
    }
    expect((await demo.ruleIds()).filter(id => !shown.has(id))).toEqual([
      'usage.long-unused',
      'usage.unused-action',
      'usage.unused-service',
    ]);
  });

  it.each([
    ['fraud-scoring', 'critical iam.admin-access'],
    ['payouts', 'high ecs.role-not-found'],
    ['session-store', 'high trust.wrong-principal'],
    ['reconciliation', 'high ecs.missing-execution-role'],
    ['pricing', 'medium ecs.missing-task-role'],
    ['storefront', 'medium ecs.task-role-is-execution-role'],
    ['promotions', 'low ecs.role-shared'],
    ['statements-pdf', 'low iam.malformed'],
    ['payments-api', 'low iam.service-wildcard'],
    ['image-builder', 'critical trust.any-principal'],
    ['label-printer', 'high trust.cluster-source-arn'],
    ['synonyms', 'high iam.not-resource'],
    ['metrics-agent', 'medium trust.missing-external-id'],
    ['cost-exporter', 'high iam.privesc'],
  ])('finds what is wrong with %s', async (name, expected) => {
    const { findings } = await demo.rolesOf(name);
    expect(
      findings
        .filter(({ state }) => state === 'active')
        .map(({ severity, ruleId }) => `${severity} ${ruleId}`),
    ).toContain(expected);
  });

  it.each(['invoices', 'refunds'])(
    'shows what mitigates the warning of %s',
    async name => {
      const { findings } = await demo.rolesOf(name);
      expect(
        findings.map(({ ruleId, state }) => `${state} ${ruleId}`),
      ).toContain('mitigated iam.service-wildcard');
    },
  );
});
