import type { Known } from '../known';
import { placesOf } from './placement';
import type { CapacityProvider, Cluster, Service } from './service';
import type { Compute } from './slots';

const ORDER: readonly Compute[] = [
  'fargate',
  'ec2',
  'managed-instances',
  'external',
  'unknown',
];

/**
 * Where the tasks of a service run, or would run: by launch type or capacity provider strategy of the service and of
 * its deployments and task sets that are in use, else by the cluster's default strategy. Several kinds are possible.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 *
 * @param service - the service
 * @param cluster - its cluster, for the default strategy
 * @param capacityProviders - those of the cluster: a name alone does not tell EC2 from Managed Instances
 * @returns the kinds in a fixed order, never empty; `unknown` where a provider could not be resolved
 * @public
 */
export function computeOf(
  service: Service,
  cluster: Known<Cluster>,
  capacityProviders: Known<readonly CapacityProvider[]>,
): readonly Compute[] {
  const places = placesOf(service, cluster, capacityProviders);
  return ORDER.filter(kind => places.some(place => place.compute === kind));
}
