import { expect, test } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';

const backend = `http://localhost:${process.env.E2E_BACKEND_PORT ?? '47007'}`;
const roles = `${backend}/api/ecs-iam/v1/entity/default/component/checkout/roles`;

test('a guest token opens the three role slots of checkout, with findings', async ({
  request,
}) => {
  const response = await request.get(roles, {
    headers: { authorization: `Bearer ${await guestToken(request)}` },
  });
  expect(response.status()).toBe(200);

  const { services, findings } = await response.json();
  expect(services).toHaveLength(1);
  expect(services[0].roles.map(({ slot }: { slot: string }) => slot)).toEqual([
    'execution',
    'task',
    'instance',
  ]);
  expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
    'iam.admin-access',
  );
});

test('an entity that does not exist is not found', async ({ request }) => {
  const response = await request.get(roles.replace('checkout', 'no-such'), {
    headers: { authorization: `Bearer ${await guestToken(request)}` },
  });
  expect(response.status()).toBe(404);
  expect((await response.json()).error.name).toBe('NotFoundError');
});

test('nothing is told without a token', async ({ request }) => {
  expect((await request.get(roles)).status()).toBe(401);
});

async function guestToken(request: APIRequestContext): Promise<string> {
  const response = await request.post(`${backend}/api/auth/guest/refresh`);
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
