import { z } from 'zod';

/** @public */
export const severitySchema = z.enum([
  'critical',
  'high',
  'medium',
  'low',
  'info',
]);

/** @public */
export type Severity = z.infer<typeof severitySchema>;

/** @public */
export const roleSlotSchema = z.enum([
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
]);

/** @public */
export type RoleSlot = z.infer<typeof roleSlotSchema>;

/**
 * What takes the harm out of a finding: a Deny, the permissions boundary, a condition, the resources that a statement
 * names, or that the role has it for its slot.
 *
 * @public
 */
export const mitigationSchema = z.enum([
  'deny',
  'boundary',
  'condition',
  'resource',
  'baseline',
]);

/**
 * A place in a policy of a role.
 *
 * @public
 */
export const placeSchema = z.object({
  /** Id of the policy as in the role's `policies`, or `trust`. */
  document: z.string(),
  documentName: z.string(),
  /** JSON pointer (RFC 6901). */
  pointer: z.string(),
  /** Index of the statement. */
  statement: z.number().int().nullable(),
  sid: z.string().nullable(),
});

/** @public */
export type Place = z.infer<typeof placeSchema>;

/**
 * A finding with its text, rendered from the rule when it is read.
 *
 * @public
 */
export const findingSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  severity: severitySchema,
  state: z.enum(['active', 'mitigated', 'waived', 'resolved']),
  mitigatedBy: mitigationSchema.nullable(),
  /** ARN of the role or of the service. */
  subject: z.string(),
  slot: roleSlotSchema,
  /** Opaque id of the role that the finding is about, for `/v1/roles/:id`; `null` for a slot without a role. */
  roleId: z.string().nullable(),
  roleName: z.string().nullable(),
  /** What the message was made of. Long lists are cut short: a role can hold thousands of actions. */
  data: z.record(z.string(), z.unknown()),
  /** How many entries of a list in `data` were left out, by its name. */
  leftOut: z.record(z.string(), z.number().int()),
  /** Where in the role's policies; `null` when it is no place in a policy. */
  place: placeSchema.nullable(),
  title: z.string(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  leaveIt: z.string(),
  links: z.array(z.string()),
  firstSeen: z.string(),
  lastSeen: z.string(),
});

/** @public */
export type Finding = z.infer<typeof findingSchema>;
