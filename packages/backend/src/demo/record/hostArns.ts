import type { ClusterDefinition } from '../fleet/types';

/** Tells the ARN of the container instance at a place among the hosts of a cluster. */
export type HostArns = (cluster: ClusterDefinition, place: number) => string;

/** The ARN of a host that the recorded server does not hold. */
export function authoredHostArn(
  { account, region, name }: ClusterDefinition,
  place: number,
): string {
  const id = `de40${`${place + 1}`.padStart(28, '0')}`;
  return `arn:aws:ecs:${region}:${account}:container-instance/${name}/${id}`;
}
