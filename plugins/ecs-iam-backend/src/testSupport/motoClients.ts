import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { accountRequestHandler } from '../collect/access/accountRequestHandler';

/** Clients that write to a test server, to seed it. */
export function motoClients(
  options: Readonly<{ endpoint: string; accountId: string; region: string }>,
) {
  const { endpoint, accountId, region } = options;
  const settings = {
    endpoint,
    region,
    credentials: { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' },
    requestHandler: accountRequestHandler(accountId),
  };
  return {
    ecs: new ECSClient(settings),
    ec2: new EC2Client(settings),
    autoScaling: new AutoScalingClient(settings),
    iam: new IAMClient(settings),
    ssm: new SSMClient(settings),
    secretsManager: new SecretsManagerClient(settings),
  };
}

export type MotoClients = ReturnType<typeof motoClients>;
