import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
} from '@aws-sdk/types';
import type { Config } from '@backstage/config';
import type {
  AwsAccess,
  AwsClientConfig,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import { closedSettings } from '../closedSettings';
import { patience } from '../patience';
import { accountRequestHandler } from './accountRequestHandler';
import { readAssumedRole, type AssumedRole } from './readAssumedRole';

/**
 * An AWS-compatible server in place of AWS, for tests and trials. Roles are assumed on that server, and nothing else is
 * contacted: no STS of AWS, no profile, no environment variable and no metadata service is asked for credentials.
 */
export class EndpointAwsAccess implements AwsAccess {
  readonly #endpoint: string;
  readonly #config: Config;

  private constructor(endpoint: string, config: Config) {
    this.#endpoint = endpoint;
    this.#config = config;
  }

  /** @param config - the root configuration: the roles to assume are those of its `aws` key */
  static fromConfig(
    config: Config,
    options: Readonly<{ endpoint: string }>,
  ): EndpointAwsAccess {
    return new EndpointAwsAccess(options.endpoint, config);
  }

  async clientConfig(target: Target): Promise<AwsClientConfig> {
    const role = readAssumedRole(this.#config, target);
    return role === undefined
      ? {
          endpoint: this.#endpoint,
          credentials: async () => placeholder(target.accountId),
          requestHandler: accountRequestHandler(target.accountId),
        }
      : {
          endpoint: this.#endpoint,
          credentials: assume(role, this.#endpoint, target),
        };
  }
}

/** Servers that look at the access key id take twelve digits for the account (LocalStack and its kin). */
function placeholder(accountId: string): AwsCredentialIdentity {
  return { accessKeyId: accountId, secretAccessKey: 'placeholder' };
}

function assume(
  role: AssumedRole,
  endpoint: string,
  { region, accountId }: Target,
): AwsCredentialIdentityProvider {
  const sts = new STSClient({
    ...closedSettings,
    region,
    endpoint,
    credentials: role.source ?? placeholder(accountId),
    requestHandler: patience(),
  });
  return async () => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.arn,
        RoleSessionName: 'backstage',
        ExternalId: role.externalId,
      }),
    );
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) {
      throw new Error(`${endpoint} assumed ${role.arn} without credentials`);
    }
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
      expiration: Credentials.Expiration,
    };
  };
}
