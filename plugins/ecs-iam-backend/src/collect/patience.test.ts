import type { AwsAccess } from '@ecs-iam/plugin-ecs-iam-node';
import { createServer, type Server } from 'node:http';
import { anyAccess, production } from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';
import { patience } from './patience';

describe('a server that takes requests and never answers', () => {
  let server: Server;

  beforeEach(async () => {
    server = createServer(() => undefined);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('does not hold up a scan for ever', async () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const access: AwsAccess = {
      clientConfig: async target => ({
        ...(await anyAccess.clientConfig(target)),
        endpoint: `http://127.0.0.1:${port}`,
      }),
    };
    const collector = AwsCollector.create({ access, answerMilliseconds: 20 });

    await expect(collectAll(collector, production)).rejects.toMatchObject({
      name: 'TargetUnreachableError',
    });
  });
});

it('waits for an answer for a minute', () => {
  expect(patience()).toEqual({
    connectionTimeout: 10_000,
    requestTimeout: 60_000,
    throwOnRequestTimeout: true,
  });
});
