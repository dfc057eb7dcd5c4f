import type { Known } from '../../known';
import type { Cluster, Registry, SecretKey, Service } from '../service';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';

/**
 * Where a task runs: what ARNs of its own account and region are made of.
 *
 * @public
 */
export type TaskHome = Readonly<{
  partition: string;
  region: string;
  accountId: string;
}>;

/**
 * All that the needs of a revision are derived from. What is not known is said so; nothing is guessed.
 *
 * @public
 */
export type NeedsInput = Readonly<{
  taskDefinition: TaskDefinition;
  home: TaskHome;
  compute: readonly Compute[];
  /** `null`: none is known, such as before the first deployment. */
  service: Service | null;
  cluster: Known<Cluster>;
  /** By ARN of the secret or parameter; one that is not in it could not be read. */
  secretKeys: ReadonlyMap<string, SecretKey>;
  registry: Known<Registry>;
}>;
