import type { _InstanceType } from '@aws-sdk/client-ec2';
import type {
  CreateServiceCommandInput,
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
  hosts: readonly HostDefinition[];
}>;

export type HostDefinition = Readonly<{
  instanceType: _InstanceType;
  profile: string | null;
  metadata: MetadataOptionsDefinition;
  capacityProvider: string | null;
  /** Names of agent attributes, such as `ecs.capability.execute-command`. */
  attributes: readonly string[];
  runningTasks: number;
  /** Not in EC2 at all: a machine of the company's own, by its Systems Manager id. */
  externalId?: string;
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
}>;

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
}>;

/** All that the demo company runs on ECS. */
export type Fleet = FleetPart &
  Readonly<{
    /** The moment that the recording shows. */
    recordedAt: string;
  }>;
