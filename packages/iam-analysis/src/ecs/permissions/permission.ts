import type { Condition } from '../../policy/types';

/**
 * The rows of the table of needs: what in ECS demands a permission. E: execution role, T: task role, I: instance role.
 * docs/needs.md has each row with its source.
 *
 * @public
 */
export const needRows = [
  'E1', // image in ECR of the account
  'E2', // image in ECR of another account
  'E4', // image through a pull-through cache
  'E5', // private registry with a secret
  'E7', // awslogs
  'E8', // awslogs that creates the group
  'E10', // FireLens configuration in S3
  'E11', // environment file in S3
  'E12a', // SSM parameter by name
  'E12b', // SSM parameter by ARN
  'E12c', // secret
  'E12d', // parameter that stands for a secret
  'E12e', // key of a secret or parameter
  'E13', // FSx credentials
  'E14', // gMSA credential spec
  'E15', // GuardDuty agent on Fargate
  'E16', // logs of the Service Connect proxy
  'E17', // Express Mode
  'E18', // override of a running task
  'T1', // ECS Exec
  'T1a', // session logs in CloudWatch Logs
  'T1b', // session logs in S3
  'T1c', // key of sessions
  'T1d', // session logs in the log group of the task
  'T2', // EFS with IAM authorization
  'T3', // S3 Files
  'T4', // X-Ray daemon, CloudWatch agent
  'T5', // App Mesh
  'T6', // FireLens output
  'T7', // task protection
  'T8', // fault injection
  'I1', // the agent registers, polls and reports
  'I2', // telemetry
  'I3', // pulls for tasks without an execution role
  'I4', // logs for tasks without an execution role
  'I5', // Systems Manager on external hosts
] as const;

/** @public */
export type NeedRow = (typeof needRows)[number];

/**
 * A permission that a role must hold because of a field of a task definition, a service or a cluster.
 *
 * @public
 */
export type PermissionNeed = Readonly<{
  row: NeedRow;
  /** As AWS writes them, such as `ecr:BatchGetImage`. All of them are needed on each of the resources. */
  actions: readonly string[];
  /** As a policy would name them: ARNs, also with `*` and `?`, as narrow as the need; `*` for actions that take no resource. */
  resources: readonly string[];
  /**
   * Resources that are asked for in fact, one for each of the resources, such as a log stream of the group: by them it
   * is found out whether a role holds the permission. Absent: the resources, with a letter in place of each wildcard.
   */
  probes?: readonly string[];
  /**
   * Patterns of what may be asked for in place of the probes, where it is not known which resource is meant. A role that
   * holds the permission on one of them is not said to lack it.
   */
  possible?: readonly string[];
  /** What a policy should bind the permission to. A role that holds it without is judged the same. */
  conditions: readonly Condition[];
  /** Keys that are in the request, by which conditions of the role are judged. */
  context: Readonly<Record<string, string>>;
  /** The field, as in JSON: `containerDefinitions[0].secrets[1].valueFrom`, `service.enableExecuteCommand`. */
  because: string;
  /** A short verb phrase for people: "pulls shop/checkout from ECR". */
  phrase: string;
  /** Whether its lack breaks something; `false`: it is tolerated, or may be granted elsewhere. */
  breaks: boolean;
  /** What happens without it, in the words of the error of ECS. */
  failure: string;
  /**
   * What else must allow it that the role does not show, in words: "the policy of the repository"; `null`: nothing. Where its
   * lack does not break anything: what may allow it instead.
   */
  alsoNeeds: string | null;
}>;

/**
 * Something that cannot be named as a permission, for lack of a name or of a fact.
 *
 * @public
 */
export type UnresolvedNeed = Readonly<{
  row: NeedRow;
  /**
   * `true`: the field demands it, and only its name is open: a variable of a template, a malformed reference, a bucket that
   * only a file names. `false`: whether anything is demanded depends on what is not seen here, such as the key of a secret
   * that was not read.
   */
  certain: boolean;
  because: string;
  /** A short verb phrase for people: "reads a secret". */
  phrase: string;
  /** Why it cannot be resolved, and what would, in a sentence without a full stop. */
  why: string;
  /** The actions that it may be about, as far as they are known: only on every secret of the account they are excess. */
  actions: readonly string[];
}>;

/**
 * What a role may hold in its slot though nothing that we see demands it, such as a permission for a setting of the
 * agent. It is neither missing nor excess.
 *
 * @public
 */
export type AcceptedPermission = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
  /** Why it is left alone, in a sentence without a full stop. */
  why: string;
}>;

/**
 * What ECS demands of the role in one slot.
 *
 * @public
 */
export type RoleNeeds = Readonly<{
  /** Whether the slot must have a role; `null`: it cannot be told. */
  required: boolean | null;
  needs: readonly PermissionNeed[];
  accepted: readonly AcceptedPermission[];
  unresolved: readonly UnresolvedNeed[];
  /** Whether nothing but these needs has a place in the role. Task roles also hold what the application calls. */
  closed: boolean;
}>;
