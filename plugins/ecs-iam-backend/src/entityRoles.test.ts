import { catalogueDate, known } from '@ecs-iam/iam-analysis';
import { aRole, aRolePolicy, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import { component, pagesOf, theFleet } from './testSupport/aFleet';
import { IRELAND } from './testSupport/anInventory';
import {
  aScannedBackend,
  CHECKOUT,
  checkout,
  COMPONENTS,
  ORDERS,
  rolesOf,
} from './testSupport/aScannedBackend';

const byArn = annotations.amazonEcsServiceArn;
const byTags = annotations.amazonEcsServiceTags;

describe('the roles of an entity', () => {
  it('shows the roles of an entity and what is wrong with them', async () => {
    const found = await rolesOf(
      await aScannedBackend({ only: ['iam.admin-access'] }),
      'checkout',
    );
    expect(found).toMatchObject({
      entityRef: 'component:default/checkout',
      annotated: true,
      scannedAt: expect.any(String),
      stale: null,
      scan: null,
      mayScan: true,
      gaps: [],
      problems: [],
      analysis: {
        actionDataDate: catalogueDate,
        notLookedAt: [
          'service-control',
          'resource-control',
          'resource',
          'session',
        ],
      },
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

  it('answers in few words for a role that may do nearly everything', async () => {
    const collector = theFleet();
    collector.answer(IRELAND, [
      ...pagesOf({ name: 'checkout' }),
      {
        kind: 'role',
        facts: [
          aRole({
            name: 'checkout-task',
            policies: known([
              aRolePolicy({
                document: known(
                  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}',
                ),
              }),
            ]),
          }),
        ],
      },
    ]);
    const backend = await aBackend({ collector, entities: [checkout] });
    await backend.scan();
    const found = await rolesOf(backend, 'checkout');
    const changes = found.findings.find(
      ({ ruleId }) => ruleId === 'iam.infrastructure-modification',
    );
    expect(changes?.data.actions).toHaveLength(25);
    expect(changes?.leftOut.actions).toBeGreaterThan(1_000);
    expect(JSON.stringify(found).length).toBeLessThan(200_000);
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
      await aScannedBackend({
        entities: [owner],
        only: ['iam.admin-access'],
      }),
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
    const { body } = await api.get(`${COMPONENTS}/plain/roles`).expect(200);
    expect(body).toMatchObject({ annotated: false, services: [] });
    const missing = await api.get(`${COMPONENTS}/missing/roles`).expect(404);
    expect(missing.body.error.name).toBe('NotFoundError');
  });

  it('says before the first scan that nothing was scanned', async () => {
    const { api } = await aBackend({
      collector: theFleet(),
      entities: [checkout],
    });
    const { body } = await api.get(`${COMPONENTS}/checkout/roles`).expect(200);
    expect(body).toMatchObject({
      services: [{ state: 'not-scanned', arn: CHECKOUT }],
      scannedAt: null,
    });
  });
});
