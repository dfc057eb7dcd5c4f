import type {
  CapacityProvider,
  Cluster,
  Host,
  InstanceProfile,
  Registry,
  Role,
  SecretKey,
  Service,
  TaskDefinition,
  TaskDefinitionFamily,
} from '@ecs-iam/iam-analysis';

/**
 * An account and a region that are scanned together.
 *
 * @public
 */
export type Target = Readonly<{
  accountId: string;
  region: string;
  partition: string;
}>;

/**
 * What is read from AWS, by kind.
 *
 * @public
 */
export type Facts = Readonly<{
  cluster: Cluster;
  service: Service;
  taskDefinition: TaskDefinition;
  capacityProvider: CapacityProvider;
  host: Host;
  instanceProfile: InstanceProfile;
  secretKey: SecretKey;
  registry: Registry;
  taskDefinitionFamily: TaskDefinitionFamily;
  role: Role;
}>;

/** @public */
export type FactKind = keyof Facts;

/** @public */
export const factKinds = [
  'cluster',
  'service',
  'taskDefinition',
  'capacityProvider',
  'host',
  'instanceProfile',
  'secretKey',
  'registry',
  'taskDefinitionFamily',
  'role',
] as const satisfies readonly FactKind[];

/**
 * Something that could not be read.
 *
 * @public
 */
export type Gap = Readonly<{
  /** The IAM permission of the call, such as `iam:GetRole`. */
  api: string;
  /** An AWS error code such as `AccessDenied`, or `failures[]` reason such as `MISSING`. */
  because: string;
  /** What AWS said, without request ids. */
  message: string;
  /** ARNs or names of what was asked for; empty when the whole list failed. */
  resources: readonly string[];
  /** The kinds of facts whose listing is incomplete because of it: nothing of these kinds may be marked gone. */
  leavesIncomplete: readonly FactKind[];
}>;

/**
 * A piece of a read, in the order in which it became known. It is written as it comes, so that a replica that dies
 * loses at most one page.
 *
 * @public
 */
export type FactPage =
  | {
      readonly [K in FactKind]: Readonly<{
        kind: K;
        facts: readonly Facts[K][];
      }>;
    }[FactKind]
  | Readonly<{ kind: 'gap'; gap: Gap }>;
