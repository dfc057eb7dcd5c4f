import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const pagePort = process.env.E2E_PORT ?? '43000';
const backendPort = process.env.E2E_BACKEND_PORT ?? '47007';

/** The demo portal in a real browser. Debian's Chromium as root needs `--no-sandbox`. */
export default defineConfig({
  testDir: 'e2e-tests',
  outputDir: 'test-results',
  forbidOnly: process.env.CI === 'true',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${pagePort}`,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH || undefined,
      args: ['--no-sandbox'],
    },
  },
  webServer: {
    // Named, so that no app-config.local.yaml is taken.
    command: `node scripts/start.mjs --config ${join(
      __dirname,
      'app-config.yaml',
    )}`,
    env: { PORT: pagePort, BACKEND_PORT: backendPort },
    wait: { stdout: /The portal is ready/ },
    stdout: 'pipe',
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
