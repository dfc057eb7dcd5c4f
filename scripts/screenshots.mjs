// @ts-check
// Makes docs/images/ again from the demo portal: the tab, the drawer, what is needed of a role and the hosts, light and dark.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { endGroup, endWithThisProcess } from './portal/children.mjs';
import { startPortal, waitForPortal } from './portal/portal.mjs';
import { freePort } from './portal/ports.mjs';
import { prepare, root } from './setup/prepare.mjs';
import { reportFailure, SetupError } from './setup/SetupError.mjs';
import { findBrowser } from './testing/machine.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */

const images = join(root, 'docs', 'images');

async function main() {
  const tools = await prepare();
  const found = findBrowser(root, process.env);
  if (!found.found) {
    throw new SetupError(`No screenshots: ${found.because}.`);
  }
  const ports = { page: await freePort(), backend: await freePort() };
  // Named, so that no app-config.local.yaml is taken.
  const config = ['--config', join(root, 'app-config.yaml')];
  const portal = startPortal(tools, ports, config);
  endWithThisProcess(() => [portal.child]);
  try {
    await waitForPortal(ports, portal);
    /** @type {typeof import('@playwright/test')} */
    const { chromium } = createRequire(join(root, 'package.json'))(
      '@playwright/test',
    );
    const browser = await chromium.launch({
      executablePath: found.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...oneFont() },
    });
    mkdirSync(images, { recursive: true });
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await takeAll(browser, colorScheme, `http://localhost:${ports.page}`);
    }
    await browser.close();
  } finally {
    await endGroup(portal.child);
  }
}

/**
 * @param {Browser} browser
 * @param {'light' | 'dark'} colorScheme
 * @param {string} address - of the portal
 */
async function takeAll(browser, colorScheme, address) {
  const page = await browser.newPage({
    colorScheme,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 960 },
  });
  const take = async (/** @type {string} */ name) => {
    const path = join(images, `${name}-${colorScheme}.png`);
    // Away from everything that reacts to it.
    await page.mouse.move(0, 0);
    await page.screenshot({ path, animations: 'disabled' });
    console.log(`  ${path}`);
  };

  await page.goto(`${address}/catalog/default/component/checkout/iam-roles`);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('table', { name: 'IAM roles of checkout' }).waitFor();
  await page.waitForLoadState('networkidle');
  await take('tab');

  await page.getByRole('button', { name: '1 critical' }).click();
  await page.getByRole('button', { name: 'Show the statement' }).click();
  await page
    .getByRole('group', { name: 'Document of checkout-task' })
    .waitFor();
  await page.waitForLoadState('networkidle');
  await take('drawer');

  await page.goto(`${address}/catalog/default/component/checkout/iam-roles`);
  await page
    .getByRole('table', { name: 'IAM roles of checkout' })
    .getByRole('button', { name: 'ecsTaskExecutionRole', exact: true })
    .click();
  await page.getByRole('tab', { name: 'Needed / granted' }).click();
  await page.getByText('Without it:').first().waitFor();
  await page.waitForLoadState('networkidle');
  await take('needs');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Hosts / }).evaluate(heading => {
    heading.scrollIntoView({ block: 'start' });
  });
  await take('hosts');
  await page.close();
}

/**
 * A bare Linux has another font for `system-ui` than for Helvetica. Every desktop has one that fits both.
 *
 * @returns {Record<string, string>} variables for the browser
 */
function oneFont() {
  if (process.platform !== 'linux') {
    return {};
  }
  const file = join(root, '.cache', 'fonts.conf');
  const alias = (/** @type {string} */ family, /** @type {string} */ font) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>${alias(
      'system-ui',
      'Liberation Sans',
    )}${alias('sans-serif', 'Liberation Sans')}</fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

main().catch(reportFailure);
