import { z } from 'zod';

/**
 * A fact that could not be read says why, and which permission it needs.
 *
 * @public
 */
export function knownSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value }),
    z.object({
      known: z.literal(false),
      because: z.string(),
      needs: z.string().optional(),
    }),
  ]);
}

/** @public */
export type Known<T> =
  | { known: true; value: T }
  | { known: false; because: string; needs?: string };

/**
 * What could not be read in an account, and what to attach to the scanning role.
 *
 * @public
 */
export const gapSchema = z.object({
  accountId: z.string(),
  /** `null` for IAM, which is global. */
  region: z.string().nullable(),
  /** The missing permission, such as `iam:GetRole`. */
  api: z.string(),
  because: z.string(),
  /** One sentence for people, with what to do. */
  message: z.string(),
  /** A policy statement that would close the gap, as JSON text; `null` when no permission is missing. */
  attach: z.string().nullable(),
  resources: z.array(z.string()),
  since: z.string(),
});

/** @public */
export type Gap = z.infer<typeof gapSchema>;
