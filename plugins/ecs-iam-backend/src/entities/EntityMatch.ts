import type { RoleArn, TaskFamily } from '@ecs-iam/iam-analysis';

/** A service that an annotation names by its ARN. */
export type NamedService = Readonly<{
  arn: string;
  partition: string;
  accountId: string;
  region: string;
  /** `null` in an ARN of the old form, `service/NAME`, which does not say in which cluster. */
  clusterName: string | null;
  serviceName: string;
  /** Names of the annotations. */
  matchedBy: readonly string[];
}>;

/** A role that an annotation names by its ARN. */
export type NamedRole = RoleArn & Readonly<{ matchedBy: readonly string[] }>;

/** A family of task definitions whose tasks no service runs: scheduled ones, or started by hand. */
export type NamedFamily = TaskFamily &
  Readonly<{
    /** As the annotation writes it. */
    value: string;
    matchedBy: readonly string[];
  }>;

/** A value that should be an ARN and is not. */
export type MalformedValue = Readonly<{
  value: string;
  matchedBy: readonly string[];
  message: string;
  fix: string;
}>;

/** Tags that a service must carry, all of them. */
export type TagMatch = Readonly<{
  annotation: string;
  tags: Readonly<Record<string, string>>;
}>;

/** An annotation that can be read in no way. */
export type AnnotationProblem = Readonly<{
  annotation: string;
  value: string;
  message: string;
  fix: string;
}>;

/** What the annotations of an entity ask for. */
export type EntityMatch = Readonly<{
  services: readonly NamedService[];
  malformedServices: readonly MalformedValue[];
  families: readonly NamedFamily[];
  tagMatches: readonly TagMatch[];
  roles: readonly NamedRole[];
  malformedRoles: readonly MalformedValue[];
  problems: readonly AnnotationProblem[];
}>;

/** Whether anything ties the entity to ECS or to a role, be it malformed. */
export function isAnnotated(match: EntityMatch): boolean {
  return Object.values(match).some(found => found.length > 0);
}
