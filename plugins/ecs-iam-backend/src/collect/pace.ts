import type { FinalizeRequestMiddleware, Pluggable } from '@smithy/types';
import { TokenBucket, type Clock, type Rate } from './TokenBucket';

export type PacedService =
  | 'ecs'
  | 'ec2'
  | 'autoscaling'
  | 'iam'
  | 'ssm'
  | 'secretsmanager'
  | 'ecr';

type Group =
  | 'cluster'
  | 'service'
  | 'task-definition'
  | 'cluster-resource'
  | 'capacity-provider'
  | 'service-revision'
  | 'express-daemon-gateway'
  | Exclude<PacedService, 'ecs'>;

/**
 * Half of what AWS lets an account do in a region: the console and all other tools share the buckets. The rates of ECS
 * are those of the Developer Guide ("request-throttling"), that of EC2 of the EC2 Developer Guide
 * ("ec2-api-throttling"). Those of Auto Scaling, IAM, Systems Manager and ECR, and those of Express Mode, daemons and
 * gateways in ECS, are not published; these are modest guesses. Secrets Manager lets applications read thousands of
 * secrets a second from the same bucket; we take next to nothing of it.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
const RATES: Readonly<Record<Group, Rate>> = {
  cluster: { burst: 25, perSecond: 10 },
  service: { burst: 50, perSecond: 10 },
  'task-definition': { burst: 25, perSecond: 10 },
  'cluster-resource': { burst: 50, perSecond: 10 },
  'capacity-provider': { burst: 25, perSecond: 10 },
  'service-revision': { burst: 25, perSecond: 10 },
  'express-daemon-gateway': { burst: 10, perSecond: 5 },
  ec2: { burst: 50, perSecond: 10 },
  autoscaling: { burst: 10, perSecond: 5 },
  iam: { burst: 20, perSecond: 10 },
  ssm: { burst: 10, perSecond: 5 },
  secretsmanager: { burst: 50, perSecond: 20 },
  ecr: { burst: 10, perSecond: 5 },
};

const ECS_GROUPS: ReadonlyMap<string, Group> = new Map([
  ['ListClusters', 'cluster'],
  ['DescribeClusters', 'cluster'],
  ['ListServices', 'service'],
  ['DescribeServices', 'service'],
  ['DescribeTaskDefinition', 'task-definition'],
  ['ListContainerInstances', 'cluster-resource'],
  ['DescribeContainerInstances', 'cluster-resource'],
  ['ListTasks', 'cluster-resource'],
  ['DescribeTasks', 'cluster-resource'],
  ['DescribeCapacityProviders', 'capacity-provider'],
  ['DescribeServiceRevisions', 'service-revision'],
  ['DescribeExpressGatewayService', 'express-daemon-gateway'],
  ['ListDaemons', 'express-daemon-gateway'],
  ['DescribeDaemon', 'express-daemon-gateway'],
  ['DescribeDaemonRevisions', 'express-daemon-gateway'],
  ['DescribeDaemonTaskDefinition', 'express-daemon-gateway'],
  ['DescribeGateway', 'express-daemon-gateway'],
]);

/** The token buckets of one account, or of one account in one region. */
export class Pace {
  readonly #buckets = new Map<Group, TokenBucket>();
  readonly #clock: Clock | undefined;

  private constructor(clock: Clock | undefined) {
    this.#clock = clock;
  }

  static create(options: Readonly<{ clock?: Clock }> = {}): Pace {
    return new Pace(options.clock);
  }

  /**
   * Waits until the call may be made.
   *
   * @param command - the name of the API call, such as `ListClusters`
   */
  take(
    service: PacedService,
    command: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const group =
      service === 'ecs' ? ECS_GROUPS.get(command) ?? 'cluster' : service;
    const bucket =
      this.#buckets.get(group) ?? TokenBucket.create(RATES[group], this.#clock);
    this.#buckets.set(group, bucket);
    return bucket.take(signal);
  }

  /** Makes a client keep the pace: each attempt waits for its token, the repeated ones too. */
  middleware<In extends object, Out extends object>(
    service: PacedService,
  ): Pluggable<In, Out> {
    const waiting: FinalizeRequestMiddleware<In, Out> =
      (next, context) => async args => {
        const command = String(context.commandName ?? '');
        await this.take(service, command.replace(/Command$/, ''));
        return next(args);
      };
    return {
      applyToStack: stack =>
        stack.addRelativeTo(waiting, {
          relation: 'after',
          toMiddleware: 'retryMiddleware',
          name: 'paceMiddleware',
        }),
    };
  }
}
