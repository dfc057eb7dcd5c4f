import { expect, test } from '@playwright/test';
import { isMotoInstalled, startMoto } from './moto/motoServer';
import { seed } from './moto/seed';
import { startPortal } from './moto/startPortal';
import { openAsGuest, rolesTab } from './signIn';

test.describe('the portal, with only its configuration changed, on another fleet', () => {
  test.skip(
    !isMotoInstalled() && process.env.CI !== 'true',
    "moto_server is not on the PATH; install it with: pip install 'moto[server]==5.2.1'",
  );

  let moto: Awaited<ReturnType<typeof startMoto>> | undefined;
  let portal: Awaited<ReturnType<typeof startPortal>> | undefined;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    moto = await startMoto();
    await seed(moto.endpoint);
    portal = await startPortal({ MOTO_ENDPOINT: moto.endpoint });
  });

  test.afterAll(async () => {
    await portal?.stop();
    await moto?.stop();
  });

  test('shows a service that its ARN names', async ({ page }) => {
    await openAsGuest(page, `${portal?.address}${rolesTab('stock-api')}`);
    const table = page.getByRole('table', { name: 'IAM roles of stock-api' });
    await expect(table.getByRole('rowheader')).toHaveText([
      'Execution',
      'Task',
      'Instance',
    ]);
    await expect(
      table.getByRole('row', { name: /^Task stock-api-task/ }),
    ).toContainText('1 critical');
  });

  test('shows a service that its tags name', async ({ page }) => {
    await openAsGuest(page, `${portal?.address}${rolesTab('picker')}`);
    const table = page.getByRole('table', { name: 'IAM roles of picker' });
    await expect(
      table.getByRole('row', { name: /^Task depot-execution/ }),
    ).toBeVisible();
    await expect(
      table.getByRole('row', { name: /^Execution depot-execution/ }),
    ).toContainText('pulls depot/picker from ECR');
  });

  for (const { service, hosts, roles } of [
    { service: 'stock-api', hosts: 'on Fargate', roles: [] },
    { service: 'conveyor', hosts: 'on a host', roles: ['belt-hosts'] },
    {
      service: 'night-count',
      hosts: 'scaled to zero',
      roles: ['night-hosts'],
    },
    {
      service: 'sorter',
      hosts: 'on mixed instances',
      roles: ['x86-hosts', 'arm-hosts'],
    },
  ]) {
    test(`shows the right instance role of a service ${hosts}`, async ({
      page,
    }) => {
      await openAsGuest(page, `${portal?.address}${rolesTab(service)}`);
      const rows = page
        .getByRole('table', { name: `IAM roles of ${service}` })
        .getByRole('row', { name: /^Instance / });
      await expect(rows).toHaveCount(Math.max(roles.length, 1));
      for (const role of roles) {
        await expect(
          rows.getByRole('button', { name: role, exact: true }),
        ).toBeVisible();
      }
      if (roles.length === 0) {
        await expect(rows).toContainText('Fargate has no host of yours');
        await expect(rows.getByRole('button')).toHaveCount(0);
      }
    });
  }
});
