import type { LastAccessed } from '../../ecs/lastAccessed';
import type { Role } from '../../ecs/role';
import type { Cluster, Host, SecretKey, Service } from '../../ecs/service';
import type { Compute, RoleSlot } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { Known } from '../../known';

/** What `check` judges: one slot, the role in it, and what was handed in with them. */
export type Case = RoleCase | EmptyCase;

export type RoleCase = Readonly<{
  role: Role;
  slot: RoleSlot;
  facts: CaseFacts;
  /** Slots that have no role, as the facts say, and are judged with this one. */
  emptySlots: readonly RoleSlot[];
}>;

/** A slot without a role. */
export type EmptyCase = Readonly<{
  role: null;
  slot: RoleSlot;
  facts: CaseFacts;
}>;

/** What is not handed in is unknown: no rule passes for the lack of it. */
export type CaseFacts = Readonly<{
  taskDefinition: Known<TaskDefinition>;
  /** The latest active revision of the family. */
  latestTaskDefinition: Known<TaskDefinition>;
  service: Known<Service>;
  cluster: Known<Cluster>;
  hosts: Known<readonly Host[]>;
  /** Other roles, such as those that this one may pass. */
  roles: Known<readonly Role[]>;
  /** Absent where nobody asked for it, which most do not. */
  lastAccessed?: Known<LastAccessed>;
  /** By ARN of the secret or parameter; one that is not in it could not be read. */
  secretKeys: ReadonlyMap<string, SecretKey>;
  /** Prefixes of repositories that ECR fills from other registries. */
  pullThroughCachePrefixes: Known<readonly string[]>;
  told: Told;
}>;

/** What is said of where tasks run, for inputs whose ARNs do not tell; `null`: nothing. */
export type Told = Readonly<{
  accountId: string | null;
  region: string | null;
  partition: string | null;
  compute: Compute | null;
}>;
