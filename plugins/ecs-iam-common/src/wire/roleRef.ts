import { z } from 'zod';
import { knownSchema } from './known';

/** @public */
export const roleRefSchema = z.object({
  /** Opaque, for `/v1/roles/:id`. */
  id: z.string(),
  arn: z.string(),
  name: z.string(),
  accountId: z.string(),
  existence: knownSchema(z.enum(['exists', 'not-found', 'other-account'])),
  consoleUrl: z.string(),
});

/** @public */
export type RoleRef = z.infer<typeof roleRefSchema>;
