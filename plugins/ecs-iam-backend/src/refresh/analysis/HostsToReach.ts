import { known, mapKnown } from '@ecs-iam/iam-analysis';
import type { Host, Known, ServiceContext } from '@ecs-iam/iam-analysis';

/**
 * Of the hosts of a cluster, one of each kind, as far as the kind decides what containers reach there. A cluster has
 * thousands of hosts, and few kinds of them.
 */
export class HostsToReach {
  readonly #byCluster = new Map<string, Known<readonly Host[]>>();

  private constructor() {}

  static create(): HostsToReach {
    return new HostsToReach();
  }

  /** @returns the same context, with few hosts, on which nothing runs */
  in(context: ServiceContext): ServiceContext {
    const { clusterArn } = context.service;
    const hosts =
      this.#byCluster.get(clusterArn) ?? mapKnown(context.hosts, oneOfEachKind);
    this.#byCluster.set(clusterArn, hosts);
    return { ...context, hosts };
  }
}

function oneOfEachKind(hosts: readonly Host[]): readonly Host[] {
  const kinds = new Map<string, Host>();
  for (const host of hosts) {
    const { arn, instanceId, runningTasksCount, attributes, ...kind } = host;
    const tasks = known([]);
    const blocks = attributes.includes(BLOCKS_METADATA);
    kinds.set(JSON.stringify({ ...kind, tasks, blocks }), { ...host, tasks });
  }
  return [...kinds.values()];
}

// Source: `agent/app/agent_capability.go` of the ECS agent.
const BLOCKS_METADATA = 'ecs.capability.task-eni-block-instance-metadata';
