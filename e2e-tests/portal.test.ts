import { expect, test } from '@playwright/test';

test('a guest signs in and sees the catalog', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
