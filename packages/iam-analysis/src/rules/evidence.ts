import type { Known } from '../known';
import type { LastAccessed } from '../ecs/lastAccessed';
import type { LastUsed } from '../ecs/role';
import type { Severity } from '../analysis/finding';
import type { ServiceHost } from '../ecs/hosts/serviceHost';
import type { RoleNeeds } from '../ecs/permissions/permission';
import type { Cluster, Service, TaskOverride } from '../ecs/service';
import type { Compute, RoleSlot } from '../ecs/slots';
import type { TaskDefinition } from '../ecs/taskDefinition';
import type { Policy } from '../policy/roleDocuments';
import type { RoleGrants } from '../grants/grant';

/**
 * Everything a rule may ask for, by kind. A rule names what it `needs` and sees only that.
 *
 * @public
 */
export type Evidence = Readonly<{
  /** Whether IAM knows the role. */
  existence: 'exists' | 'not-found' | 'other-account';
  /** Inline and attached policies. */
  policies: readonly Policy[];
  boundary: Policy | null;
  /** What the role holds: union of its policies, minus deny, cut by the boundary. */
  grants: RoleGrants;
  trust: Policy;
  lastUsed: LastUsed;
  createdAt: string;
  /** What the role has called, by IAM's report. From a source of its own: where nobody asks it, there is no such fact. */
  usage: LastAccessed;
  /** Whether a task or host that runs now has the role. */
  running: boolean;
  /** Other roles of the account, as far as they were read. */
  otherRoles: readonly OtherRole[];
  /** Whether tasks of the account run on EC2 hosts. */
  ec2Hosts: boolean;
  service: Service;
  cluster: Cluster;
  compute: readonly Compute[];
  taskDefinition: TaskDefinition;
  /** The two roles of the revision, resolved to ARNs. */
  taskRoles: Readonly<{ task: string | null; execution: string | null }>;
  /** Other services that run with the same role in the same slot. */
  sharedWith: readonly Readonly<{ serviceArn: string; family: string }>[];
  /**
   * What ECS demands of the role: of a use, what this revision in this service does; of a role, what all that use it do
   * together.
   */
  needs: RoleNeeds;
  /** The hosts on which the tasks of the service may run, also those that would be started next. */
  hosts: readonly ServiceHost[];
  /** The revisions that the service runs. */
  revisions: readonly TaskDefinition[];
  /** The latest active revision of the family. */
  latestRevision: TaskDefinition;
  /** What running tasks of this revision were given in place of its roles. */
  overrides: readonly TaskOverride[];
  /** Roles of tasks that share a host with this service, its own among them. */
  coLocated: readonly CoLocatedRole[];
  /** Whether a service of the account has Service Connect with TLS. */
  serviceConnectTls: boolean;
  /**
   * Patterns of the roles that the infrastructure role of the Managed Instances may pass to EC2, by `rolesPassedTo`.
   */
  infrastructurePassRole: readonly string[];
  /** Whether containers are known to reach the metadata service of hosts that have the role, by `rolesReachedByImds`. */
  imdsReached: boolean;
  /** Roles of the account that ECS gives to tasks, by the slot. */
  rolesInSlots: ReadonlyMap<string, readonly RoleSlot[]>;
}>;

/**
 * A role of a task on a host.
 *
 * @public
 */
export type CoLocatedRole = Readonly<{
  roleArn: string;
  slot: 'task' | 'execution';
  /** Name of the family. */
  family: string;
  /** The worst that is active against the role; `null`: nothing. Unknown: it could not be judged. */
  worst: Known<Severity | null>;
}>;

/**
 * What a rule may know of another role of the account.
 *
 * @public
 */
export type OtherRole = Readonly<{
  arn: string;
  /** Whether nothing stands between it and the whole account, or it can take that for itself. */
  isAdministrator: boolean;
  /** The services that may assume it, such as `ecs-tasks.amazonaws.com`. */
  trustedServices: readonly string[];
}>;

/** @public */
export type EvidenceKind = keyof Evidence;

/**
 * Evidence that a rule can do without: it sees whether the fact is known.
 *
 * @public
 */
export type WantedEvidence = {
  readonly [K in EvidenceKind]: Known<Evidence[K]>;
};

/**
 * What is known of one role in one slot. `role` is `null` for a slot without a role.
 *
 * @public
 */
export type EvidenceInput = Readonly<{
  /**
   * ARN of the role: rules about a role are judged. Any other, such as the ARN of the service whose slot it is: rules
   * about a use are judged.
   */
  subject: string;
  slot: RoleSlot;
  role: Readonly<{ arn: string; accountId: string; name: string }> | null;
  facts: { readonly [K in EvidenceKind]?: Known<Evidence[K]> };
}>;
