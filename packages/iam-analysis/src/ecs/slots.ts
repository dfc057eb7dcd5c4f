/**
 * Every place in ECS where an IAM role can be named, in the order in which people should see them.
 * Source: ECS Developer Guide, "security-ecs-iam-role-overview", and the ECS API reference.
 *
 * @public
 */
export const roleSlots = [
  'execution',
  'task',
  'instance',
  'infrastructure-volumes',
  'infrastructure-service-connect',
  'infrastructure-lattice',
  'infrastructure-load-balancers',
  'infrastructure-managed-instances',
  'infrastructure-express',
  'gateway',
  'lifecycle-hook',
  'service',
  'service-linked',
  'code-deploy',
  'daemon-task',
  'daemon-execution',
] as const;

/** @public */
export type RoleSlot = (typeof roleSlots)[number];

/**
 * Where the tasks of a service run. `unknown` when neither launch type nor capacity provider could be resolved.
 *
 * @public
 */
export type Compute =
  | 'fargate'
  | 'ec2'
  | 'managed-instances'
  | 'external'
  | 'unknown';
