// @ts-check
import { endGroup, endWithThisProcess } from './portal/children.mjs';
import { startPortal, waitForPortal } from './portal/portal.mjs';
import { readPorts, requireFreePorts } from './portal/ports.mjs';
import { prepare } from './setup/prepare.mjs';
import { reportFailure } from './setup/SetupError.mjs';
import { secondsSince } from './setup/steps.mjs';

async function start() {
  const begin = Date.now();
  const ports = readPorts(process.env);
  await requireFreePorts(ports);
  const tools = await prepare();

  const portal = startPortal(tools, ports, process.argv.slice(2));
  endWithThisProcess(() => [portal.child]);
  const path = await waitForPortal(ports, portal);

  console.log(`
The portal is ready (${secondsSince(begin)}). Enter as guest:

  http://localhost:${ports.page}${path}

Ctrl-C ends it.
`);
  process.exitCode = await portal.ended;
  await endGroup(portal.child);
}

start().catch(reportFailure);
