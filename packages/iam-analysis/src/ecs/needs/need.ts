/**
 * Something that a role is used for, because the task definition, the service or the cluster asks for it.
 *
 * @public
 */
export type Need<Feature extends string> = Readonly<{
  feature: Feature;
  /** A short verb phrase for people: "pulls payments/api from ECR". */
  phrase: string;
  /** Whether the tasks cannot do it without this role. */
  requires: boolean;
}>;

/** @public */
export type ExecutionRoleFeature =
  | 'ecr-pull'
  | 'awslogs'
  | 'secrets'
  | 'registry-credentials'
  | 'environment-files'
  | 'firelens-config'
  | 'fsx-credentials'
  | 'credential-specs'
  | 'guard-duty'
  | 'express-mode';

/** @public */
export type ExecutionRoleNeed = Need<ExecutionRoleFeature>;

/** @public */
export type TaskRoleFeature =
  | 'ecs-exec'
  | 'ecs-exec-logs'
  | 'ecs-exec-key'
  | 'efs'
  | 's3-files'
  | 'telemetry'
  | 'app-mesh'
  | 'firelens-output'
  | 'fault-injection';

/** @public */
export type TaskRoleNeed = Need<TaskRoleFeature>;
