import type { LastAccessed } from '../../ecs/lastAccessed';
import type { Role } from '../../ecs/role';
import type { Cluster, Host, Service } from '../../ecs/service';
import type { RoleSlot } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { Known } from '../../known';

/** What `check` judges: one role in one slot, and what was handed in with it. */
export type Case = Readonly<{ role: Role; slot: RoleSlot; facts: CaseFacts }>;

/** What is not handed in is unknown: no rule passes for the lack of it. */
export type CaseFacts = Readonly<{
  taskDefinition: Known<TaskDefinition>;
  service: Known<Service>;
  cluster: Known<Cluster>;
  hosts: Known<readonly Host[]>;
  /** Other roles, such as those that this one may pass. */
  roles: Known<readonly Role[]>;
  /** Absent where nobody asked for it, which most do not. */
  lastAccessed?: Known<LastAccessed>;
}>;
