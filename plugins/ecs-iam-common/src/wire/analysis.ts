import { z } from 'zod';

/**
 * What results were judged by. It stands once in every answer that holds findings or counts of them.
 *
 * @public
 */
export const analysisSchema = z.object({
  /** The day of the table of IAM actions: actions that AWS added later are not known. */
  actionDataDate: z.iso.date(),
  /** Policies that AWS evaluates besides those of a role, and that were not looked at. */
  notLookedAt: z.array(
    z.enum(['service-control', 'resource-control', 'resource', 'session']),
  ),
});

/** @public */
export type AnalysisBasis = z.infer<typeof analysisSchema>;
