import { z } from 'zod';

/** @public */
export const scanStateSchema = z.enum([
  'queued',
  'running',
  'succeeded',
  'partial',
  'failed',
]);

/** @public */
export const scanTargetSchema = z.object({
  accountId: z.string(),
  region: z.string(),
  state: scanStateSchema,
  services: z.number().int(),
  roles: z.number().int(),
  gaps: z.number().int(),
  error: z.string().nullable(),
});

/**
 * `GET /v1/scans/:id`
 *
 * @public
 */
export const scanSchema = z.object({
  id: z.string(),
  state: scanStateSchema,
  requestedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  targets: z.array(scanTargetSchema),
});

/** @public */
export type Scan = z.infer<typeof scanSchema>;

/**
 * Body of `POST /v1/scans`: an entity, a target, or (empty) everything.
 *
 * @public
 */
export const scanRequestSchema = z.union([
  z.strictObject({ entityRef: z.string().min(1) }),
  z.strictObject({
    target: z.strictObject({
      accountId: z.string().regex(/^\d{12}$/),
      region: z.string().min(1),
    }),
  }),
  z.strictObject({}),
]);

/** @public */
export type ScanRequest = z.infer<typeof scanRequestSchema>;
