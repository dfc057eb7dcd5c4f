import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Place } from '../../replay/awsCall';

/** Clients of one account and region of a moto server. */
export type MotoClients = Readonly<{
  ecs: ECSClient;
  ec2: EC2Client;
  autoScaling: AutoScalingClient;
  iam: IAMClient;
}>;

/** moto takes the account from a header; no role has to be assumed. */
export function motoClients(endpoint: string, place: Place): MotoClients {
  const transport = new NodeHttpHandler();
  const settings = {
    endpoint,
    region: place.region,
    credentials: { accessKeyId: 'demo', secretAccessKey: 'demo' },
    maxAttempts: 1,
    requestHandler: {
      handle: (...[request, options]: Parameters<typeof transport.handle>) => {
        request.headers['x-moto-account-id'] = place.account;
        return transport.handle(request, options);
      },
    },
  };
  return {
    ecs: new ECSClient(settings),
    ec2: new EC2Client(settings),
    autoScaling: new AutoScalingClient(settings),
    iam: new IAMClient(settings),
  };
}
