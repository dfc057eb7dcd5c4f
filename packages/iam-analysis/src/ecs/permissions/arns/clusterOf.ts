import { parseArn } from '../../names/arn';
import type { NeedsInput } from '../derivation';
import { nameIn, unresolvable, variableIn, type Resolved } from '../resolved';

const CLUSTER_NAME = /^[\w-]{1,255}$/;

/**
 * @param input - what is known of the tasks
 * @returns the name of their cluster
 */
export function clusterNameOf({
  cluster,
  service,
}: Pick<NeedsInput, 'cluster' | 'service'>): Resolved<string> {
  if (cluster.known) {
    return nameIn(cluster.value.name, 'the cluster', CLUSTER_NAME);
  }
  if (service === null) {
    return unresolvable(
      `the cluster must be known for it, and is not: ${cluster.because}`,
    );
  }
  const arn = parseArn(service.clusterArn);
  return (
    variableIn(service.clusterArn, 'the ARN of the cluster') ??
    nameIn(
      arn.ok ? arn.value.resource.replace(/^cluster\//, '') : null,
      'the cluster',
      CLUSTER_NAME,
    )
  );
}
