import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  AwsAccess,
  AwsClientConfig,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';

/** AWS itself, with the credentials of Backstage's `aws` configuration. */
export class ManagerAwsAccess implements AwsAccess {
  readonly #manager: AwsCredentialsManager;

  private constructor(manager: AwsCredentialsManager) {
    this.#manager = manager;
  }

  /** @param options - `manager` is usually `DefaultAwsCredentialsManager.fromConfig(config)` */
  static create(
    options: Readonly<{ manager: AwsCredentialsManager }>,
  ): ManagerAwsAccess {
    return new ManagerAwsAccess(options.manager);
  }

  /** @throws Error when the configuration has no credentials for the account */
  async clientConfig({ accountId }: Target): Promise<AwsClientConfig> {
    const { sdkCredentialProvider } = await this.#manager.getCredentialProvider(
      { accountId },
    );
    return { credentials: sdkCredentialProvider };
  }
}
