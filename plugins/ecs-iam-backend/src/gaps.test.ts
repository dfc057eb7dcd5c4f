import { unknown } from '@ecs-iam/iam-analysis';
import { aRole, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import { annotations, roleDetailSchema } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import { component, pagesOf, theFleet } from './testSupport/aFleet';
import { IRELAND } from './testSupport/anInventory';
import { CHECKOUT, checkout, rolesOf } from './testSupport/aScannedBackend';
import type { FixtureCollector } from './testSupport/FixtureCollector';

const byArn = annotations.amazonEcsServiceArn;

describe('what could not be read', () => {
  const readAgain = async (
    answer: Parameters<FixtureCollector['answer']>[1],
  ) => {
    const collector = theFleet();
    const backend = await aBackend({
      collector,
      entities: [checkout],
      only: ['iam.admin-access'],
    });
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
