import { needRows, roleSlots } from '@ecs-iam/iam-analysis';
import type { EntityRoles, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { rowsShown } from './testSupport/neededRows';
import { startDemo, usesIn } from './testSupport/startDemo';
import type { Demo } from './testSupport/startDemo';

const deniedOnly = ['eu-west-1', 'us-east-1'].map(region => [
  '777788889999',
  region,
  'iam:GetRole',
  'AccessDenied',
]);

describe('the demo before its catalog is read', () => {
  it('has a recorded answer to every question, too', async () => {
    expect(await gapsOf(await startDemo([]))).toEqual(deniedOnly);
  }, 60_000);
});

describe('the demo', () => {
  let demo: Demo;
  let shown: readonly EntityRoles[];
  let roles: readonly RoleDetail[];
  beforeAll(async () => {
    demo = await startDemo();
    shown = await demo.all();
    roles = await demo.rolesIn(shown);
  }, 120_000);

  it('reads all targets', async () => {
    expect(
      demo.scan.targets
        .map(
          ({ accountId, region, state, services }) =>
            `${accountId} ${region} ${state} ${services}`,
        )
        .sort(),
    ).toEqual([
      '111122223333 eu-west-1 succeeded 37',
      '111122223333 us-east-1 succeeded 18',
      '444455556666 eu-west-1 succeeded 9',
      '444455556666 us-east-1 succeeded 3',
      '777788889999 eu-west-1 partial 5',
      '777788889999 us-east-1 partial 3',
    ]);
  });

  it('has a recorded answer to every question; only iam:GetRole is denied in one account', async () => {
    expect(await gapsOf(demo)).toEqual(deniedOnly);
  });

  it('shows checkout with three roles and something wrong with each', async () => {
    const { services } = await demo.rolesOf('checkout');
    expect(
      services.map(({ name, compute, roles: uses }) => ({
        name,
        compute,
        roles: uses.map(({ slot, role, findings }) => ({
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

  it.each([
    'app-config',
    'catalog-export',
    'crash-reporter',
    'device-registry',
    'docs-site',
    'feature-flags',
    'search-api',
  ])('finds nothing wrong with %s, however much it remarks on', async name => {
    const { findings } = await demo.rolesOf(name);
    expect(
      findings
        .filter(
          ({ state, severity }) => state === 'active' && severity !== 'info',
        )
        .map(({ ruleId }) => ruleId),
    ).toEqual([]);
    expect(findings).not.toEqual([]);
  });

  it('leaves in doubt only what cannot be known', () => {
    const doubts = shown.flatMap(({ services }) =>
      services
        .filter(({ accountId }) => accountId !== '777788889999')
        .flatMap(({ name, roles: uses }) =>
          uses
            .filter(({ undecided }) => undecided.length > 0)
            .map(({ slot }) => `${name} ${slot}`),
        ),
    );
    expect([...new Set(doubts)].sort()).toEqual([
      // None of its tasks runs.
      'catalog-export instance',
      // The role is gone.
      'payouts task',
      // CodeDeploy is not asked.
      'psp-gateway code-deploy',
      // AWS does not say what containers reach on Managed Instances.
      'query-understanding instance',
      'ranking instance',
      'search-indexer instance',
      'suggest instance',
    ]);
  });

  it('shows every rule, but for those about a report that only AWS can make', async () => {
    const found = new Set(
      shown.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)),
    );
    expect((await demo.ruleIds()).filter(id => !found.has(id))).toEqual([
      'usage.long-unused',
      'usage.unused-action',
      'usage.unused-service',
    ]);
  });

  it('shows a role in every slot', () => {
    const found = new Set(usesIn(shown).map(({ slot }) => slot));
    expect(roleSlots.filter(slot => !found.has(slot))).toEqual([]);
  });

  it('shows every row of the table of needs, but for that which demands nothing', () => {
    const rows = new Set(roles.flatMap(rowsShown));
    expect(needRows.filter(row => !rows.has(row))).toEqual(['T7']);
  });

  it('says nothing against a permission that an application may need of ECS (row T7)', async () => {
    const { services } = await demo.rolesOf('order-events');
    const role = await demo.role(idOf(services, 'task'));
    expect(JSON.stringify(role.policies)).toContain('ecs:UpdateTaskProtection');
    expect(role.needs).toMatchObject({
      known: true,
      value: [{ slot: 'task', permissions: [], excess: [] }],
    });
  });

  it('shows needed against granted for checkout, with something to add and something to take away', async () => {
    const { services } = await demo.rolesOf('checkout');
    const { needs } = await demo.role(idOf(services, 'execution'));
    const [execution] = needs.known ? needs.value : [];
    const phrases = (state: string) =>
      execution.permissions
        .filter(each => each.state === state)
        .map(({ phrase }) => phrase);
    expect(phrases('missing')).toContain(
      'decrypts shop/checkout/payment-provider with its KMS key',
    );
    expect(phrases('held')).toEqual(
      expect.arrayContaining([
        'pulls shop/checkout from ECR',
        'writes /ecs/checkout',
        'reads secret shop/checkout/payment-provider',
      ]),
    );
    expect(new Set(execution.excess.map(({ kind }) => kind))).toEqual(
      new Set(['secrets', 'application', 'baseline']),
    );
    expect(execution.proposal?.permissions?.json).toContain('kms:Decrypt');
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
    ['cart', 'high ecs.missing-permission'],
    ['cart', 'high ecs.ecscape-colocation'],
    ['chargebacks', 'medium ecs.conditioned-ecr-token'],
    ['developer-portal', 'low ecs.tool-shaped-excess'],
    ['legacy-billing', 'high ecs.env-secrets'],
    ['metrics-agent', 'critical ecs.agent-actions'],
    ['nightly-settlement', 'info ecs.role-overridden'],
    ['ranking', 'high ecs.managed-instances-role-name'],
    ['recommendations', 'high ecs.execution-role-broad-secrets'],
    ['status-page', 'high ecs.public-ip'],
    ['tax-reports', 'high ecs.instance-role-can-assume-task-roles'],
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

async function gapsOf(demo: Demo) {
  const targets = await demo.targets();
  return targets
    .flatMap(({ region, gaps }) =>
      gaps.map(({ accountId, api, because }) => [
        accountId,
        region,
        api,
        because,
      ]),
    )
    .sort();
}

function idOf(services: EntityRoles['services'], slot: string): string {
  const use = usesIn([{ services }]).find(each => each.slot === slot);
  return `${use?.role?.id}`;
}
