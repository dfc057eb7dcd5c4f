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
});
