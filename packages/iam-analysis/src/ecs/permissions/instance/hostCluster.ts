import { clusterNameOf } from '../arns/clusterOf';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import { mapResolved, type Resolved } from '../resolved';

/** The cluster in which hosts register. */
export type HostCluster = Readonly<{
  name: string;
  arn: string;
  /** Patterns of what lies in it. */
  instances: string;
  tasks: string;
  taskSets: string;
}>;

/** The field that tells it. */
export const CLUSTER_FIELD = 'cluster.clusterArn';

/** @returns the cluster, or why it cannot be told */
export function hostClusterOf(input: NeedsInput): Resolved<HostCluster> {
  const cluster = clusterNameOf(input);
  if (!cluster.ok) {
    return cluster;
  }
  const name = cluster.value;
  return mapResolved(ownArn(input.home, 'ecs', ''), prefix => ({
    name,
    arn: `${prefix}cluster/${name}`,
    instances: `${prefix}container-instance/${name}/*`,
    tasks: `${prefix}task/${name}/*`,
    taskSets: `${prefix}task-set/${name}/*`,
  }));
}

/** @returns a container instance of the pattern */
export function instanceOf({ instances }: HostCluster): string {
  return instances.replace('*', '0123456789abcdef0123456789abcdef');
}
