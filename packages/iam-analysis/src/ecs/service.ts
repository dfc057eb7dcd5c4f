import type { Known } from '../known';
import type { RoleSlot } from './slots';

/**
 * A service as ECS describes it.
 *
 * @public
 */
export type Service = Readonly<{
  arn: string;
  name: string;
  clusterArn: string;
  accountId: string;
  region: string;
  partition: string;
  status: string;
  launchType: string | null;
  capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
  schedulingStrategy: string | null;
  deploymentController: string;
  desiredCount: number;
  runningCount: number;
  enableExecuteCommand: boolean;
  tags: Known<Readonly<Record<string, string>>>;
  /** All `deployments[]` and all `taskSets[]`. */
  deployments: readonly Deployment[];
  /** Roles that the service itself names: infrastructure roles, lifecycle hooks, the legacy service role. */
  namedRoles: readonly NamedRole[];
  /** Log configuration of the Service Connect proxy: it uses the execution role. */
  serviceConnectLogs: Readonly<{
    driver: string;
    options: Readonly<Record<string, string>>;
  }> | null;
}>;

/** @public */
export type CapacityProviderStrategyItem = Readonly<{
  capacityProvider: string;
  weight: number;
  base: number;
}>;

/** @public */
export type NamedRole = Readonly<{ slot: RoleSlot; roleArn: string }>;

/** @public */
export type Deployment = Readonly<{
  id: string;
  kind: 'deployment' | 'task-set';
  /** `PRIMARY`, `ACTIVE`, `INACTIVE`, `DRAINING`. */
  status: string;
  taskDefinitionArn: string;
  launchType: string | null;
  capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
  desiredCount: number;
  runningCount: number;
  pendingCount: number;
}>;

/** @public */
export type Cluster = Readonly<{
  arn: string;
  name: string;
  status: string;
  capacityProviders: readonly string[];
  defaultCapacityProviderStrategy: readonly CapacityProviderStrategyItem[];
  executeCommand: Readonly<{
    logging: string | null;
    kmsKeyId: string | null;
    cloudWatchLogGroupName: string | null;
    s3BucketName: string | null;
  }> | null;
}>;

/**
 * A container instance and what EC2 says of the machine beneath it.
 *
 * @public
 */
export type Host = Readonly<{
  arn: string;
  clusterArn: string;
  instanceId: string | null;
  external: boolean;
  capacityProviderName: string | null;
  status: string;
  agentConnected: boolean;
  runningTasksCount: number;
  attributes: readonly string[];
  /** `null`: the machine runs without an instance profile. */
  instanceProfileArn: Known<string | null>;
  metadataOptions: Known<MetadataOptions>;
}>;

/** @public */
export type MetadataOptions = Readonly<{
  httpEndpoint: string | null;
  httpTokens: string | null;
  httpPutResponseHopLimit: number | null;
}>;

/** @public */
export type CapacityProvider = Readonly<{
  name: string;
  arn: string;
  clusterArn: string | null;
  kind: 'fargate' | 'auto-scaling-group' | 'managed-instances';
  autoScalingGroup: string | null;
  infrastructureRoleArn: string | null;
  /** What a host started now would get. */
  templates: Known<readonly HostTemplate[]>;
}>;

/** @public */
export type HostTemplate = Readonly<{
  source:
    | 'launch-template'
    | 'mixed-instances'
    | 'mixed-instances-override'
    | 'launch-configuration'
    | 'managed-instances';
  /** For people: `lt-0abc:7`, or the name of the launch configuration. */
  name: string;
  /** ARN, or name, of the instance profile; `null` when the template has none. */
  instanceProfile: string | null;
  metadataOptions: MetadataOptions | null;
}>;

/** @public */
export type InstanceProfile = Readonly<{
  arn: string;
  name: string;
  /** `null`: the profile holds no role. */
  roleArn: Known<string | null>;
}>;
