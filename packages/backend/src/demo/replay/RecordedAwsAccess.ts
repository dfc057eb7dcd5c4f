import type {
  AwsAccess,
  AwsClientConfig,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import { ReplayHandler } from './ReplayHandler';
import type { ReplayOptions } from './ReplayHandler';

/** Hands out placeholders for credentials and a transport that never leaves the process. */
export class RecordedAwsAccess implements AwsAccess {
  readonly #options: ReplayOptions;

  private constructor(options: ReplayOptions) {
    this.#options = options;
  }

  static create(options: ReplayOptions): RecordedAwsAccess {
    return new RecordedAwsAccess(options);
  }

  async clientConfig(target: Target): Promise<AwsClientConfig> {
    return {
      credentials: async () => ({
        accessKeyId: 'demo',
        secretAccessKey: 'demo',
      }),
      requestHandler: ReplayHandler.create({
        ...this.#options,
        place: { account: target.accountId, region: target.region },
      }),
    };
  }
}
