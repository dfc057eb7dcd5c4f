import type { _InstanceType } from '@aws-sdk/client-ec2';
import type {
  CreateServiceCommandInput,
  DaemonTaskDefinition,
  ExecuteCommandConfiguration,
  RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import type { JsonObject } from '@backstage/types';

/** The accounts of the demo company. */
export const accounts = {
  prod: '111122223333',
  staging: '444455556666',
  data: '777788889999',
} as const;

export type Account = (typeof accounts)[keyof typeof accounts];
export type Region = 'eu-west-1' | 'us-east-1';
export type Team =
  | 'shop'
  | 'payments'
  | 'search'
  | 'mobile'
  | 'data'
  | 'platform';

export type PolicyStatement = Readonly<{
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: string | readonly string[];
  NotAction?: string | readonly string[];
  Resource?: string | readonly string[];
  NotResource?: string | readonly string[];
  Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  NotPrincipal?: Readonly<Record<string, string | readonly string[]>>;
  Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}>;

export type PolicyDocument = Readonly<{
  Version: '2012-10-17';
  Statement: readonly PolicyStatement[];
}>;

export type RoleDefinition = Readonly<{
  account: Account;
  name: string;
  path: string;
  trust: PolicyDocument;
  inline: Readonly<Record<string, PolicyDocument>>;
  /** ARNs of managed policies, of AWS and of the company. */
  attached: readonly string[];
  boundary: string | null;
  tags: Readonly<Record<string, string>>;
  createdDaysAgo: number;
  /** `null`: IAM has seen no use. */
  lastUsed: Readonly<{ hoursAgo: number; region: Region }> | null;
  /** Text that IAM is made to show for an inline policy, in place of what was stored. */
  malformed: Readonly<Record<string, string>>;
}>;

export type ManagedPolicyDefinition = Readonly<{
  account: Account;
  name: string;
  document: PolicyDocument;
}>;

export type InstanceProfileDefinition = Readonly<{
  account: Account;
  name: string;
  role: string;
}>;

export type MetadataOptionsDefinition = Readonly<{
  HttpTokens: 'optional' | 'required';
  HttpPutResponseHopLimit: number;
}>;

export type LaunchTemplateVersion = Readonly<{
  /** Name of an instance profile. */
  profile: string | null;
  metadata: MetadataOptionsDefinition;
}>;

export type ClusterDefinition = Readonly<{
  account: Account;
  region: Region;
  name: string;
  capacityProviders: readonly string[];
  defaultStrategy: readonly string[];
  executeCommand?: ExecuteCommandConfiguration;
  /** GuardDuty Runtime Monitoring watches tasks on Fargate: the cluster bears its tag. */
  guardDuty?: boolean;
  hosts: readonly HostDefinition[];
}>;

export type HostDefinition = Readonly<{
  instanceType: _InstanceType;
  profile: string | null;
  metadata: MetadataOptionsDefinition;
  capacityProvider: string | null;
  /** Names of agent attributes, such as `ecs.capability.execute-command`. */
  attributes: readonly string[];
  publicAddress: boolean;
  /** Not in EC2 at all: a machine of the company's own, by its Systems Manager id and the role it is registered with. */
  external?: Readonly<{ id: string; role: string }>;
}>;

/** An Auto Scaling group, the templates of its hosts, and the capacity provider on top. */
export type GroupDefinition = Readonly<{
  account: Account;
  region: Region;
  name: string;
  /** Of the capacity provider; `null`: hosts join by launch type alone. */
  capacityProvider: string | null;
  template:
    | Readonly<{
        kind: 'launch-template';
        versions: readonly LaunchTemplateVersion[];
        use: '$Latest' | '$Default';
      }>
    | Readonly<{
        kind: 'mixed-instances';
        versions: readonly LaunchTemplateVersion[];
        /** A second template, for Arm hosts. */
        override: LaunchTemplateVersion;
      }>
    | Readonly<{ kind: 'launch-configuration'; profile: string }>;
}>;

/** A capacity provider whose hosts ECS itself runs. */
export type ManagedInstancesDefinition = Readonly<{
  account: Account;
  region: Region;
  name: string;
  cluster: string;
  infrastructureRole: string;
  instanceProfile: string;
}>;

export type TaskDefinitionDefinition = Readonly<{
  family: string;
  /** The last revision; earlier ones are registered with the same content. */
  revision: number;
  input: Omit<RegisterTaskDefinitionCommandInput, 'family'>;
}>;

/** A family whose tasks no service runs: somebody, or a schedule, starts them. */
export type TaskFamilyDefinition = Readonly<{
  account: Account;
  region: Region;
  team: Team;
  taskDefinitions: readonly TaskDefinitionDefinition[];
  /** Those that run now. */
  tasks: readonly StandaloneTask[];
}>;

export type StandaloneTask = Readonly<{
  cluster: string;
  revision: number;
  /** Place of the host in its cluster; `null`: on Fargate. */
  host: number | null;
  /** What RunTask was told in place of what the revision says. */
  overrides: Readonly<{
    taskRoleArn?: string;
    executionRoleArn?: string;
    /** S3 object ARNs. */
    environmentFiles?: readonly string[];
  }>;
  /** The role that attaches an EBS volume to it. */
  volumeRole?: string;
}>;

/** A task on every host of a capacity provider of Managed Instances. */
export type DaemonDefinition = Readonly<{
  account: Account;
  region: Region;
  cluster: string;
  name: string;
  capacityProviders: readonly string[];
  executeCommand: boolean;
  taskDefinition: Omit<DaemonTaskDefinition, 'status' | 'registeredAt'> &
    Readonly<{ family: string; revision: number }>;
}>;

/** A secret of Secrets Manager, or a parameter of Systems Manager. */
export type SecretDefinition = Readonly<{
  account: Account;
  region: Region;
  kind: 'secret' | 'parameter';
  name: string;
  /** ARN of a key of the company's; `null`: a key of AWS's own. */
  key: string | null;
}>;

/** Repositories that ECR fills from another registry. */
export type PullThroughCacheDefinition = Readonly<{
  account: Account;
  region: Region;
  prefix: string;
  upstream: string;
}>;

export type ServiceDefinition = Readonly<{
  account: Account;
  region: Region;
  cluster: string;
  name: string;
  team: Team;
  desired: number;
  running: number;
  placement: Partial<CreateServiceCommandInput>;
  executeCommand: boolean;
  tags: Readonly<Record<string, string>>;
  taskDefinitions: readonly TaskDefinitionDefinition[];
  amendments: readonly ServiceAmendment[];
  /** The infrastructure role, where ECS Express Mode runs the service. */
  expressRole?: string;
  /** The gateway that routes to it. */
  gateway?: GatewayDefinition;
}>;

export type GatewayDefinition = Readonly<{ arn: string; role: string }>;

/** What the server that is recorded cannot hold of a service. */
export type ServiceAmendment = Readonly<{
  because: string;
  /** @param service - as DescribeServices returns it */
  change(service: JsonObject): JsonObject;
}>;

export type FleetPart = Readonly<{
  roles: readonly RoleDefinition[];
  policies: readonly ManagedPolicyDefinition[];
  profiles: readonly InstanceProfileDefinition[];
  groups: readonly GroupDefinition[];
  managedInstances: readonly ManagedInstancesDefinition[];
  clusters: readonly ClusterDefinition[];
  services: readonly ServiceDefinition[];
  taskFamilies: readonly TaskFamilyDefinition[];
  daemons: readonly DaemonDefinition[];
  secrets: readonly SecretDefinition[];
  pullThroughCaches: readonly PullThroughCacheDefinition[];
}>;

/** All that the demo company runs on ECS. */
export type Fleet = FleetPart &
  Readonly<{
    /** The moment that the recording shows. */
    recordedAt: string;
  }>;
