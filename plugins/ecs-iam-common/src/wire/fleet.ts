import { z } from 'zod';
import { analysisSchema } from './analysis';
import { entityServiceSchema } from './entityRoles';
import { roleSlotSchema, severitySchema } from './finding';
import { gapSchema } from './known';
import { scanStateSchema } from './scan';

/** @public */
export const severityCountsSchema = z.record(severitySchema, z.number().int());

/** @public */
export const serviceSummarySchema = z.object({
  arn: z.string(),
  name: z.string(),
  /** `null`: tasks of a family of which none runs. */
  clusterArn: z.string().nullable(),
  clusterName: z.string().nullable(),
  accountId: z.string(),
  region: z.string(),
  compute: entityServiceSchema.shape.compute,
  state: z.enum(['active', 'gone']),
  entityRefs: z.array(z.string()),
  roles: z.array(
    z.object({
      slot: roleSlotSchema,
      roleId: z.string().nullable(),
      roleArn: z.string().nullable(),
      roleName: z.string().nullable(),
    }),
  ),
  findings: severityCountsSchema,
  scannedAt: z.string(),
});

/** @public */
export type ServiceSummary = z.infer<typeof serviceSummarySchema>;

/**
 * `GET /v1/services`
 *
 * @public
 */
export const serviceListSchema = z.object({
  items: z.array(serviceSummarySchema),
  totalItems: z.number().int(),
  nextCursor: z.string().nullable(),
  analysis: analysisSchema,
});

/** @public */
export type ServiceList = z.infer<typeof serviceListSchema>;

/**
 * `GET /v1/targets`: how much of the fleet the scans cover.
 *
 * @public
 */
export const targetSchema = z.object({
  accountId: z.string(),
  region: z.string(),
  partition: z.string(),
  state: z.union([scanStateSchema, z.literal('never')]),
  lastAttempt: z.string().nullable(),
  lastSuccess: z.string().nullable(),
  error: z.string().nullable(),
  services: z.number().int(),
  roles: z.number().int(),
  gaps: z.array(gapSchema),
});

/** @public */
export type TargetStatus = z.infer<typeof targetSchema>;

/** @public */
export const targetListSchema = z.object({ items: z.array(targetSchema) });

/**
 * `GET /v1/rules`
 *
 * @public
 */
export const ruleListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity: severitySchema,
      enabled: z.boolean(),
      slots: z.array(roleSlotSchema),
      why: z.string(),
      fix: z.string(),
      leaveIt: z.string(),
      links: z.array(z.string()),
    }),
  ),
  analysis: analysisSchema,
});

/** @public */
export type RuleList = z.infer<typeof ruleListSchema>;
