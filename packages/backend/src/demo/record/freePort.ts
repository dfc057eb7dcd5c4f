import { createServer } from 'node:net';
import { ServiceUnavailableError } from '@backstage/errors';

/** @throws ServiceUnavailableError when the machine has no port to give */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new ServiceUnavailableError('No free port was found');
  }
  return address.port;
}
