import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  AwsAccess,
  Collector,
  EcsIamCollectExtensionPoint,
} from '@ecs-iam/plugin-ecs-iam-node';
import { AwsCollector, EndpointAwsAccess, ManagerAwsAccess } from '../collect';

/** How AWS is read: as a module says, or else with the `aws` configuration of Backstage. */
export class CollectExtensions implements EcsIamCollectExtensionPoint {
  #collector: Collector | undefined;
  #access: AwsAccess | undefined;

  private constructor() {}

  static create(): CollectExtensions {
    return new CollectExtensions();
  }

  setCollector(collector: Collector): void {
    if (this.#collector) {
      throw new ConflictError('The collector was replaced already');
    }
    this.#collector = collector;
  }

  setAwsAccess(access: AwsAccess): void {
    if (this.#access) {
      throw new ConflictError('The access to AWS was replaced already');
    }
    this.#access = access;
  }

  /** The collector, to be asked for when every module had its say. */
  collector(
    config: Config,
    options: Readonly<{ endpoint: string | undefined; logger: LoggerService }>,
  ): Collector {
    const { endpoint, logger } = options;
    return (
      this.#collector ??
      AwsCollector.create({
        access: this.#access ?? builtInAccess(config, endpoint),
        logger,
      })
    );
  }
}

function builtInAccess(
  config: Config,
  endpoint: string | undefined,
): AwsAccess {
  return endpoint === undefined
    ? ManagerAwsAccess.create({
        manager: DefaultAwsCredentialsManager.fromConfig(config),
      })
    : EndpointAwsAccess.fromConfig(config, { endpoint });
}
