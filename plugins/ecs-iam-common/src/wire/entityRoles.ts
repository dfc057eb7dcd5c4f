import { z } from 'zod';
import { analysisSchema } from './analysis';
import { findingSchema, roleSlotSchema } from './finding';
import { hostGroupSchema } from './hosts';
import { gapSchema, knownSchema } from './known';
import { roleRefSchema } from './roleRef';
import { scanSchema } from './scan';

/** @public */
export const lastUsedSchema = z.object({
  /** ISO 8601; `null`: no use within the 400 days that IAM remembers. */
  date: z.string().nullable(),
  region: z.string().nullable(),
});

/**
 * Who else uses a role. Users that the caller may not see are only counted.
 *
 * @public
 */
export const sharedWithSchema = z.object({
  visible: z.array(
    z.object({
      serviceArn: z.string(),
      serviceName: z.string(),
      /** `null`: tasks of a family of which none runs. */
      clusterName: z.string().nullable(),
      entityRefs: z.array(z.string()),
    }),
  ),
  hidden: z.number().int(),
});

/** @public */
export type SharedWith = z.infer<typeof sharedWithSchema>;

/**
 * A row of the role summary table.
 *
 * @public
 */
export const roleUseSchema = z.object({
  slot: roleSlotSchema,
  /** `null` when the slot has no role, or the role could not be resolved: then `unresolved` says why. */
  role: roleRefSchema.nullable(),
  unresolved: z
    .object({ because: z.string(), needs: z.string().optional() })
    .nullable(),
  appliesTo: z.string(),
  revisions: z.array(
    z.object({
      taskDefinitionArn: z.string(),
      revision: z.number().int(),
      sharePercent: z.number(),
    }),
  ),
  usedFor: z.array(z.string()),
  required: z.object({
    value: z.enum(['yes', 'no', 'unknown']),
    because: z.array(z.string()),
  }),
  notes: z.array(z.string()),
  /** `null` when the slot has no role. */
  lastUsed: knownSchema(lastUsedSchema).nullable(),
  sharedWith: sharedWithSchema,
  /** Ids into `findings`. */
  findings: z.array(z.string()),
  /** Rules that could not be judged. */
  undecided: z.array(
    z.object({
      ruleId: z.string(),
      because: z.string(),
      needs: z.string().nullable(),
    }),
  ),
  /** The last ownership review of the role. */
  review: z.null(),
});

/** @public */
export type RoleUse = z.infer<typeof roleUseSchema>;

/**
 * A service of the entity. In every state but `active` there are no roles, and `problem` says what is wrong and what
 * to do.
 *
 * @public
 */
export const entityServiceSchema = z.object({
  /** As the annotation names it; for a service found by tag, its ARN. */
  arn: z.string(),
  name: z.string(),
  state: z.enum([
    'active',
    'gone',
    'not-found',
    'not-scanned',
    'not-a-target',
    'malformed',
  ]),
  problem: z
    .object({
      message: z.string(),
      fix: z.string(),
      /** YAML to copy. */
      snippet: z.string().nullable(),
    })
    .nullable(),
  /** How it was matched: the annotation's name. */
  matchedBy: z.array(z.string()),
  cluster: z.object({ arn: z.string(), name: z.string() }).nullable(),
  accountId: z.string().nullable(),
  region: z.string().nullable(),
  compute: z.array(
    z.enum(['fargate', 'ec2', 'managed-instances', 'external', 'unknown']),
  ),
  runningCount: z.number().int().nullable(),
  desiredCount: z.number().int().nullable(),
  deploymentInProgress: z.boolean(),
  consoleUrl: z.string().nullable(),
  goneSince: z.string().nullable(),
  scannedAt: z.string().nullable(),
  roles: z.array(roleUseSchema),
  /** `service`, or `task-family` for standalone and scheduled tasks of one family. */
  kind: z.enum(['service', 'task-family']),
  /** The hosts of its tasks, in groups; empty on Fargate. */
  hosts: knownSchema(z.array(hostGroupSchema)),
});

/** @public */
export type EntityService = z.infer<typeof entityServiceSchema>;

/**
 * A role that an annotation names, whether or not a service of the entity uses it.
 *
 * @public
 */
export const annotatedRoleSchema = z.object({
  /** As the annotation names it. */
  arn: z.string(),
  matchedBy: z.array(z.string()),
  role: roleRefSchema.nullable(),
  problem: entityServiceSchema.shape.problem,
  lastUsed: knownSchema(lastUsedSchema).nullable(),
  sharedWith: sharedWithSchema,
  findings: z.array(z.string()),
});

/** @public */
export type AnnotatedRole = z.infer<typeof annotatedRoleSchema>;

/**
 * `GET /v1/entity/:namespace/:kind/:name/roles`
 *
 * @public
 */
export const entityRolesSchema = z.object({
  entityRef: z.string(),
  /** `false`: no annotation ties the entity to ECS. */
  annotated: z.boolean(),
  services: z.array(entityServiceSchema),
  /** Roles named by annotation alone. */
  roles: z.array(annotatedRoleSchema),
  findings: z.array(findingSchema),
  analysis: analysisSchema,
  gaps: z.array(gapSchema),
  /** Annotations that could not be read, in words. */
  problems: z.array(
    z.object({
      annotation: z.string(),
      value: z.string(),
      message: z.string(),
      fix: z.string(),
      snippet: z.string().nullable(),
    }),
  ),
  /** The oldest last good scan of the targets concerned; `null` when one was never scanned. */
  scannedAt: z.string().nullable(),
  /** A failed last attempt: what is shown is older than it should be. */
  stale: z.object({ since: z.string(), error: z.string() }).nullable(),
  /** The scan that is under way for these targets. */
  scan: scanSchema.nullable(),
  /** Whether the caller may start a scan. */
  mayScan: z.boolean(),
});

/** @public */
export type EntityRoles = z.infer<typeof entityRolesSchema>;
