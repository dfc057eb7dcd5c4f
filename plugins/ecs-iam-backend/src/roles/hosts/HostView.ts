import type {
  HostGroup,
  HostTask,
  Known,
  RoleGrants,
  ServiceContext,
  Severity,
} from '@ecs-iam/iam-analysis';
import type { RoleSlot } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredRole } from '../../inventory/Inventory';
import type { RoleUser } from '../roleUsers';

/** The hosts of a service, with what is known around them. Who may know of what is not decided here. */
export type HostView = Readonly<{
  context: ServiceContext;
  groups: Known<readonly HostGroup[]>;
  around: AroundHosts;
}>;

/** What is known of the roles on hosts and of the services beside. */
export type AroundHosts = Readonly<{
  roleOf(arn: string): StoredRole | undefined;
  grantsOf(arn: string): Known<RoleGrants>;
  worstOf(arn: string, slot: RoleSlot): Severity | null;
  /** The service in the cluster that runs tasks, or the task family in place of one. */
  userOf(clusterArn: string, task: HostTask): RoleUser | undefined;
}>;
