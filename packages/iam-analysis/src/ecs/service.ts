import type { Known } from '../known';
import type { RoleSlot } from './slots';
import type { LogConfiguration, TaskDefinition } from './taskDefinition';

/**
 * A service as ECS describes it, or tasks that no service runs, in the same form.
 *
 * @public
 */
export type Service = Readonly<{
  /** `task-family`: standalone and scheduled tasks of one family; its ARN is that of the family, without a revision. */
  kind: 'service' | 'task-family';
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
  serviceConnectLogs: LogConfiguration | null;
  /** On Fargate, such as `1.4.0` or `LATEST`; `null` elsewhere. */
  platformVersion: string | null;
  /** Whether its tasks in subnets of a VPC get a public address; `null` when the service does not say. */
  assignPublicIp: boolean | null;
  /** Whether ECS Express Mode runs it. */
  express: boolean;
  /** Whether GuardDuty Runtime Monitoring watches its tasks. */
  guardDuty: Known<boolean>;
  /** What running tasks were given in place of what their revision says. */
  overrides: Known<readonly TaskOverride[]>;
}>;

/**
 * Overrides of RunTask or StartTask that running tasks have in common. What is `null` was not overridden.
 *
 * @public
 */
export type TaskOverride = Readonly<{
  taskDefinitionArn: string;
  taskRoleArn: string | null;
  executionRoleArn: string | null;
  /** S3 object ARNs. */
  environmentFiles: readonly string[];
  /** How many running tasks have them. */
  tasks: number;
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
    /** Absent: it was not read. */
    s3KeyPrefix?: string | null;
  }> | null;
  /** Managed daemons, each with a task on every host of its capacity providers. */
  daemons: Known<readonly Daemon[]>;
}>;

/** @public */
export type Daemon = Readonly<{
  arn: string;
  name: string;
  /** ARNs. */
  capacityProviders: readonly string[];
  enableExecuteCommand: boolean;
  taskDefinition: Known<TaskDefinition>;
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
  /** The role that an external machine is registered with in Systems Manager; `null` on EC2. */
  registeredRoleArn: Known<string | null>;
  publicIp: Known<boolean>;
  /** What runs on it. */
  tasks: Known<readonly HostTask[]>;
}>;

/**
 * Tasks on a host that are alike.
 *
 * @public
 */
export type HostTask = Readonly<{
  taskDefinitionArn: string;
  /** `null`: no service runs them. */
  serviceName: string | null;
  /** By override; `null`: as the revision says. */
  taskRoleArn: string | null;
  /** By override; `null`: as the revision says. */
  executionRoleArn: string | null;
  count: number;
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

/**
 * The key that encrypts a secret or parameter which a task definition names.
 *
 * @public
 */
export type SecretKey = Readonly<{
  /** Of the secret (with the six characters that Secrets Manager appends) or parameter. */
  arn: string;
  /** ARN of a key of the customer's; `null` for a key of AWS's own, and for what is not encrypted. */
  keyArn: string | null;
}>;

/**
 * The private ECR registry of a target.
 *
 * @public
 */
export type Registry = Readonly<{
  accountId: string;
  region: string;
  /** Prefixes of repositories that ECR fills from other registries. */
  pullThroughCachePrefixes: readonly string[];
}>;

/**
 * A family of task definitions and its latest active revision.
 *
 * @public
 */
export type TaskDefinitionFamily = Readonly<{
  name: string;
  accountId: string;
  region: string;
  latest: TaskDefinition;
}>;
