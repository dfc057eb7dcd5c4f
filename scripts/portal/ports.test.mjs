// @ts-check
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePort, isFree, readPorts, requireFreePorts } from './ports.mjs';

describe('readPorts', () => {
  it('has the ports of every Backstage portal', () => {
    assert.deepEqual(readPorts({}), { page: 3000, backend: 7007 });
  });

  it('reads both', () => {
    assert.deepEqual(readPorts({ PORT: '3001', BACKEND_PORT: '7008' }), {
      page: 3001,
      backend: 7008,
    });
  });

  it('takes an empty variable for none', () => {
    assert.deepEqual(readPorts({ PORT: '' }), { page: 3000, backend: 7007 });
  });

  for (const port of ['0', '65536', '-1', '80a', '3000.5', ' ']) {
    it(`refuses '${port}' and names the variable`, () => {
      assert.throws(() => readPorts({ BACKEND_PORT: port }), /BACKEND_PORT is/);
    });
  }

  it('refuses one port for both', () => {
    assert.throws(() => readPorts({ PORT: '7007' }), /two different ports/);
  });
});

describe('requireFreePorts', () => {
  it('names the port that is in use, and the variable', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise(resolve => {
      server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    try {
      assert.equal(await isFree(port), false);
      await assert.rejects(
        requireFreePorts({ page: await freePort(), backend: port }),
        new RegExp(`Port ${port} is in use.*BACKEND_PORT=${port + 1}`),
      );
    } finally {
      server.close();
    }
  });

  it('is content with free ports', async () => {
    await requireFreePorts({
      page: await freePort(),
      backend: await freePort(),
    });
  });
});
