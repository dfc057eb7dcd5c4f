import { HttpRequest } from '@smithy/core/transport';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsClientConfig } from '@ecs-iam/plugin-ecs-iam-node';
import { patience } from '../patience';

/**
 * Names the account in a header. Moto takes it from there; by default it answers for one account whatever the access
 * key id says. Servers that do not know the header pass over it.
 */
export function accountRequestHandler(
  accountId: string,
): NonNullable<AwsClientConfig['requestHandler']> {
  const handler = new NodeHttpHandler(patience());
  return {
    metadata: handler.metadata,
    destroy: () => handler.destroy(),
    handle: (request, options) => {
      const headers = { ...request.headers, 'x-moto-account-id': accountId };
      return handler.handle(new HttpRequest({ ...request, headers }), options);
    },
  };
}
