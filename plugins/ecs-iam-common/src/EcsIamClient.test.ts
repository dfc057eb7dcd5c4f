import { EcsIamClient } from './EcsIamClient';
import type { EntityRoles } from './wire/entityRoles';
import type { Scan } from './wire/scan';

const scan: Scan = {
  id: 'scan/1',
  state: 'queued',
  requestedAt: '2026-11-01T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  progress: { done: 0, total: 1 },
  targets: [],
};

const entityRoles: EntityRoles = {
  entityRef: 'component:default/checkout',
  annotated: false,
  services: [],
  roles: [],
  findings: [],
  analysis: { actionDataDate: '2026-09-26', notLookedAt: ['session'] },
  gaps: [],
  problems: [],
  scannedAt: null,
  stale: null,
  scan: null,
  mayScan: true,
};

function clientThatGets(status: number, body: unknown) {
  const requests: Request[] = [];
  const client = EcsIamClient.create({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example.com/api/${id}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return Response.json(body, { status });
      },
    },
  });
  return { client, requests };
}

describe('EcsIamClient', () => {
  it('asks for the roles of an entity', async () => {
    const { client, requests } = clientThatGets(200, entityRoles);
    await expect(client.getEntityRoles('component:checkout')).resolves.toEqual(
      entityRoles,
    );
    expect(requests[0].url).toBe(
      'https://portal.example.com/api/ecs-iam/v1/entity/default/component/checkout/roles',
    );
  });

  it('posts a scan', async () => {
    const { client, requests } = clientThatGets(202, scan);
    await expect(
      client.startScan({ entityRef: 'component:default/checkout' }),
    ).resolves.toEqual(scan);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://portal.example.com/api/ecs-iam/v1/scans',
    });
    await expect(requests[0].json()).resolves.toEqual({
      entityRef: 'component:default/checkout',
    });
  });

  it('escapes ids in paths', async () => {
    const { client, requests } = clientThatGets(200, scan);
    await client.getScan('scan/1');
    expect(requests[0].url).toBe(
      'https://portal.example.com/api/ecs-iam/v1/scans/scan%2F1',
    );
  });

  it('throws what the server says', async () => {
    const { client } = clientThatGets(403, {
      error: { name: 'NotAllowedError', message: 'ask the owner' },
      response: { statusCode: 403 },
    });
    await expect(client.getRole('abc')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'ask the owner' },
    });
  });

  it('refuses an answer that is not what was agreed', async () => {
    const { client } = clientThatGets(200, { ...scan, state: 'lost' });
    await expect(client.getScan('1')).rejects.toMatchObject({
      name: 'ZodError',
      issues: [expect.objectContaining({ path: ['state'] })],
    });
  });
});
