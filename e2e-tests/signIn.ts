import type { Page } from '@playwright/test';

/** Opens a page of the portal as its guest. */
export async function openAsGuest(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
}

/** @returns the address of an entity's tab "IAM roles" */
export function rolesTab(component: string): string {
  return `/catalog/default/component/${component}/iam-roles`;
}
