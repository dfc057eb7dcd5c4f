import { expect, test } from '@playwright/test';
import { seriousViolations } from './accessibility';
import { openAsGuest, rolesTab } from './signIn';

test('leads from the catalog to the roles of a service', async ({ page }) => {
  await openAsGuest(page, '/');
  await page.getByRole('link', { name: 'checkout', exact: true }).click();
  await page.getByRole('link', { name: 'IAM roles' }).click();

  const table = page.getByRole('table', { name: 'IAM roles of checkout' });
  await expect(table.getByRole('rowheader')).toHaveText([
    'Execution',
    'Task',
    'Instance',
  ]);
  await expect(
    table.getByRole('row', { name: /^Task checkout-task/ }),
  ).toContainText('1 critical');
  await expect(
    page
      .getByRole('region', { name: 'Warnings' })
      .getByRole('listitem')
      .first(),
  ).toContainText('critical');
  await expect(
    page.getByText(/^Judged by the IAM actions that AWS had on/),
  ).toBeVisible();
});

test('does not drown what is bad in what is alike, or worth a note', async ({
  page,
}) => {
  await openAsGuest(page, rolesTab('cost-exporter'));
  const warnings = page.getByRole('region', { name: 'Warnings' });
  const escalation = warnings.getByRole('button', {
    name: /Role can give itself more permissions/,
  });
  await expect(escalation).toHaveCount(1);
  await expect(escalation).toContainText(/and \d+ more like it/);

  await expect(warnings.getByText('Role has inline policies')).toHaveCount(0);
  await warnings.getByRole('button', { name: /^\d+ notes/ }).click();
  await expect(warnings.getByText('Role has inline policies')).toBeVisible();
});

test('leads from a warning to the statement that causes it', async ({
  page,
}) => {
  await openAsGuest(page, rolesTab('checkout'));
  await page.getByRole('button', { name: '1 critical' }).click();

  const drawer = page.getByRole('dialog', { name: 'IAM role checkout-task' });
  await expect(drawer.getByText('TemporaryForMigration')).toBeVisible();
  await drawer.getByRole('button', { name: 'Show the statement' }).click();

  const policy = drawer.getByRole('group', {
    name: 'Document of checkout-task',
  });
  await expect(policy.getByText('"Action": "iam:*"')).toBeVisible();
  const mark = policy.getByRole('note').filter({ hasText: 'critical' });
  await expect(mark).toContainText('make itself an administrator');
  await expect(mark).toBeInViewport();

  await drawer.getByRole('tab', { name: 'Trust' }).click();
  await expect(drawer.getByText('ecs-tasks.amazonaws.com')).toBeVisible();
});

test('shows needed against granted: what is missing, what is too much, what is satisfied', async ({
  page,
}) => {
  await openAsGuest(page, rolesTab('checkout'));
  await page
    .getByRole('button', { name: 'ecsTaskExecutionRole', exact: true })
    .click();
  const drawer = page.getByRole('dialog', {
    name: 'IAM role ecsTaskExecutionRole',
  });
  await drawer.getByRole('tab', { name: 'Needed / granted' }).click();

  const needs = drawer.getByRole('table', {
    name: 'Needed and granted: Execution',
  });
  const key = needs.getByRole('row', {
    name: /^decrypts shop\/checkout\/payment-provider with its KMS key/,
  });
  await expect(key).toContainText('kms:Decrypt');
  await expect(key).toContainText('containerDefinitions[0].secrets[1]');
  await expect(key).toContainText('Missing');
  await expect(key).toContainText('unable to pull secrets or registry auth');
  await expect(needs.getByText('secretsmanager:CreateSecret')).toBeVisible();

  await needs.getByRole('button', { name: /^Show: \d+ satisfied/ }).click();
  const image = needs.getByRole('row', {
    name: /^pulls shop\/checkout from ECR/,
  });
  await expect(image).toContainText('Granted by');
  await expect(image).toContainText('AmazonECSTaskExecutionRolePolicy');

  await drawer.getByRole('tab', { name: 'Proposal' }).click();
  await expect(drawer.getByText(/"kms:Decrypt"/).first()).toBeVisible();
});

test('says what could not be read, and what to attach', async ({ page }) => {
  await openAsGuest(page, rolesTab('etl-orchestrator'));
  const table = page.getByRole('table', {
    name: 'IAM roles of etl-orchestrator',
  });
  await expect(table.getByRole('rowheader')).toHaveCount(3);
  await expect(
    table.getByRole('row', { name: /^Task etl-orchestrator-task/ }),
  ).toContainText('needs iam:GetRole');
  await expect(
    page.getByText(/Account 777788889999 could not be read in full/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'What to attach' }).click();
  await expect(page.getByText('"iam:GetRole"')).toBeVisible();
});

test('works by keyboard: opens the drawer and gives the focus back', async ({
  page,
}) => {
  await openAsGuest(page, rolesTab('checkout'));
  const role = page.getByRole('button', { name: 'checkout-task', exact: true });
  await role.focus();
  await page.keyboard.press('Enter');

  const drawer = page.getByRole('dialog', { name: 'IAM role checkout-task' });
  await expect(drawer).toBeVisible();
  await expect
    .poll(() => drawer.evaluate(node => node.contains(document.activeElement)))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(role).toBeFocused();
});

test('has no tab for an entity without ECS', async ({ page }) => {
  await openAsGuest(page, '/catalog/default/group/shop');
  await expect(
    page.getByRole('heading', { name: 'shop' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'IAM roles' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('tab and drawer have no serious accessibility violation', async ({
      page,
    }) => {
      await openAsGuest(page, rolesTab('checkout'));
      await expect(
        page.getByRole('table', { name: 'IAM roles of checkout' }),
      ).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);

      await page.getByRole('button', { name: '1 critical' }).click();
      await page.getByRole('button', { name: 'Show the statement' }).click();
      await expect(
        page.getByRole('group', { name: 'Document of checkout-task' }),
      ).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);

      await page.getByRole('tab', { name: 'Needed / granted' }).click();
      await expect(
        page.getByRole('table', { name: 'Needed and granted: Task' }),
      ).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
    });
  });
}
