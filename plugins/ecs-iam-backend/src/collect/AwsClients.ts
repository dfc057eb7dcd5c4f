import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type {
  AwsAccess,
  AwsClientConfig,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import { closedSettings } from './closedSettings';
import { CredentialsError } from './CredentialsError';
import { withoutRequestIds } from './errors';
import { iamRegion } from './iamRegion';
import { Pace } from './pace';
import { patience } from './patience';
import type { Clock } from './TokenBucket';

/** The clients of one target. That of IAM is shared by all regions of an account. */
export type TargetClients = Readonly<{
  ecs: ECSClient;
  ec2: EC2Client;
  autoScaling: AutoScalingClient;
  ssm: SSMClient;
  secretsManager: SecretsManagerClient;
  ecr: ECRClient;
  iam: IAMClient;
}>;

export type AwsClientsOptions = Readonly<{
  access: AwsAccess;
  clock?: Clock;
  /** How long an answer of AWS is waited for; absent: a minute. */
  answerMilliseconds?: number;
}>;

const USER_AGENT = 'ecs-iam-for-backstage';

/** Makes each client once and keeps it. */
export class AwsClients {
  readonly #access: AwsAccess;
  readonly #clock: Clock | undefined;
  readonly #answerMilliseconds: number | undefined;
  readonly #regional = new Map<string, Omit<TargetClients, 'iam'>>();
  readonly #iam = new Map<string, IAMClient>();

  private constructor(options: AwsClientsOptions) {
    this.#access = options.access;
    this.#clock = options.clock;
    this.#answerMilliseconds = options.answerMilliseconds;
  }

  static create(options: AwsClientsOptions): AwsClients {
    return new AwsClients(options);
  }

  /**
   * @throws CredentialsError when the access knows no credentials for the account
   */
  async of(target: Target): Promise<TargetClients> {
    const account = `${target.partition}/${target.accountId}`;
    const place = `${account}/${target.region}`;
    const regional = this.#regional.get(place);
    const iam = this.#iam.get(account);
    if (regional && iam) return { ...regional, iam };

    const config = await clientConfig(this.#access, target);
    const made = {
      ...(this.#regional.get(place) ?? this.#makeRegional(target, config)),
      iam: this.#iam.get(account) ?? this.#makeIam(target, config),
    };
    this.#regional.set(place, made);
    this.#iam.set(account, made.iam);
    return made;
  }

  #makeRegional(
    target: Target,
    config: AwsClientConfig,
  ): Omit<TargetClients, 'iam'> {
    const settings = this.#settings(target.region, config);
    const ecs = new ECSClient(settings);
    const ec2 = new EC2Client(settings);
    const autoScaling = new AutoScalingClient(settings);
    const ssm = new SSMClient(settings);
    const secretsManager = new SecretsManagerClient(settings);
    const ecr = new ECRClient(settings);
    if (isAwsItself(config)) {
      const pace = Pace.create({ clock: this.#clock });
      ecs.middlewareStack.use(pace.middleware('ecs'));
      ec2.middlewareStack.use(pace.middleware('ec2'));
      autoScaling.middlewareStack.use(pace.middleware('autoscaling'));
      ssm.middlewareStack.use(pace.middleware('ssm'));
      secretsManager.middlewareStack.use(pace.middleware('secretsmanager'));
      ecr.middlewareStack.use(pace.middleware('ecr'));
    }
    return { ecs, ec2, autoScaling, ssm, secretsManager, ecr };
  }

  #makeIam(target: Target, config: AwsClientConfig): IAMClient {
    const iam = new IAMClient(this.#settings(iamRegion(target), config));
    if (isAwsItself(config)) {
      iam.middlewareStack.use(
        Pace.create({ clock: this.#clock }).middleware('iam'),
      );
    }
    return iam;
  }

  #settings(region: string, config: AwsClientConfig) {
    return {
      ...sdkSettings(region, config),
      requestHandler:
        config.requestHandler ?? patience(this.#answerMilliseconds),
    };
  }
}

/** Only AWS has rates to keep; a server for tests and a recording have none. */
function isAwsItself(config: AwsClientConfig): boolean {
  return config.endpoint === undefined && config.requestHandler === undefined;
}

function sdkSettings(region: string, config: AwsClientConfig) {
  return {
    region,
    credentials: config.credentials,
    customUserAgent: USER_AGENT,
    retryMode: 'standard',
    maxAttempts: 6,
    ...(!isAwsItself(config) && closedSettings),
    ...(config.endpoint !== undefined && { endpoint: config.endpoint }),
  };
}

async function clientConfig(
  access: AwsAccess,
  target: Target,
): Promise<AwsClientConfig> {
  try {
    const config = await access.clientConfig(target);
    return { ...config, credentials: marked(config.credentials, target) };
  } catch (error) {
    throw credentialsError(target, error);
  }
}

/** Marks failures to get credentials: a denied `sts:AssumeRole` must not look like a denied call to ECS. */
function marked(
  provider: AwsCredentialIdentityProvider,
  target: Target,
): AwsCredentialIdentityProvider {
  return async identityProperties => {
    try {
      return await provider(identityProperties);
    } catch (error) {
      throw credentialsError(target, error);
    }
  };
}

function credentialsError(target: Target, error: unknown): CredentialsError {
  const reason = error instanceof Error ? error.message : String(error);
  return new CredentialsError(
    `there are no credentials for account ${
      target.accountId
    } (${withoutRequestIds(
      reason,
    )}). Check 'aws.accounts' and 'aws.accountDefaults' in the configuration and the trust policy of the role named there.`,
    { cause: error },
  );
}
