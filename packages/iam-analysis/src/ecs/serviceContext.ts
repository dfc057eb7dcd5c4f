import type { Known } from '../known';
import type {
  CapacityProvider,
  Cluster,
  Host,
  InstanceProfile,
  Registry,
  SecretKey,
  Service,
  TaskDefinitionFamily,
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
  /** By ARN of the secret or parameter; one that is not in it could not be read. */
  secretKeys: ReadonlyMap<string, SecretKey>;
  registry: Known<Registry>;
  /** By name; one that is not in it could not be read. */
  families: ReadonlyMap<string, TaskDefinitionFamily>;
}>;
