import type { Known } from '../known';
import type {
  CapacityProvider,
  Cluster,
  Host,
  InstanceProfile,
  Service,
} from './service';
import type { TaskDefinition } from './taskDefinition';

/**
 * A service and all around it that decides which roles it runs with.
 *
 * @public
 */
export type ServiceContext = Readonly<{
  service: Service;
  cluster: Known<Cluster>;
  /** By ARN; a revision that is not in it could not be read. */
  taskDefinitions: ReadonlyMap<string, TaskDefinition>;
  /** Those of the cluster. */
  capacityProviders: Known<readonly CapacityProvider[]>;
  /** Those of the cluster. */
  hosts: Known<readonly Host[]>;
  /** By ARN; one that is not in it could not be read. */
  instanceProfiles: ReadonlyMap<string, InstanceProfile>;
}>;
