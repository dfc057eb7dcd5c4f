import { z } from 'zod';
import { analysisSchema } from './analysis';
import { lastUsedSchema, sharedWithSchema } from './entityRoles';
import { findingSchema, roleSlotSchema } from './finding';
import { gapSchema, knownSchema } from './known';
import { slotNeedsSchema } from './needs';
import { roleRefSchema } from './roleRef';

/**
 * A policy document as text, with the lines of its statements, so that a finding can mark its place.
 *
 * @public
 */
export const policyViewSchema = z.object({
  /** `inline:NAME`, `managed:ARN`, `boundary:ARN` or `trust`. */
  id: z.string(),
  kind: z.enum([
    'inline',
    'aws-managed',
    'customer-managed',
    'boundary',
    'trust',
  ]),
  name: z.string(),
  arn: z.string().nullable(),
  versionId: z.string().nullable(),
  consoleUrl: z.string().nullable(),
  document: knownSchema(
    z.object({
      /** Pretty-printed JSON; as IAM holds it when it does not parse. */
      text: z.string(),
      statements: z.array(
        z.object({
          index: z.number().int(),
          sid: z.string().nullable(),
          effect: z.string(),
          /** 1-based, inclusive. */
          firstLine: z.number().int(),
          lastLine: z.number().int(),
          findings: z.array(z.string()),
        }),
      ),
      faults: z.array(z.object({ at: z.string(), message: z.string() })),
    }),
  ),
});

/** @public */
export type PolicyView = z.infer<typeof policyViewSchema>;

/**
 * `GET /v1/roles/:id`
 *
 * @public
 */
export const roleDetailSchema = z.object({
  ...roleRefSchema.shape,
  path: z.string(),
  partition: z.string(),
  createdAt: knownSchema(z.string()),
  lastUsed: knownSchema(lastUsedSchema),
  tags: knownSchema(z.record(z.string(), z.string())),
  slots: z.array(roleSlotSchema),
  trust: policyViewSchema,
  policies: knownSchema(z.array(policyViewSchema)),
  boundary: knownSchema(policyViewSchema.nullable()),
  findings: z.array(findingSchema),
  analysis: analysisSchema,
  /** Needed against granted, by slot; unknown when services or policies could not be read in full. */
  needs: knownSchema(z.array(slotNeedsSchema)),
  usedBy: sharedWithSchema,
  gaps: z.array(gapSchema),
  scannedAt: z.string().nullable(),
});

/** @public */
export type RoleDetail = z.infer<typeof roleDetailSchema>;
