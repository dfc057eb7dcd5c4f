import { z } from 'zod';
import { severitySchema, roleSlotSchema } from './finding';
import { knownSchema } from './known';
import { roleRefSchema } from './roleRef';

/**
 * Tasks on a host that are alike.
 *
 * @public
 */
export const hostTaskSchema = z.object({
  family: z.string(),
  revision: z.number().int().nullable(),
  /** `null`: no service runs them. */
  serviceArn: z.string().nullable(),
  serviceName: z.string().nullable(),
  entityRefs: z.array(z.string()),
  /** Whether they are of the service that is looked at. */
  own: z.boolean(),
  count: z.number().int(),
  networkMode: z.string().nullable(),
  roles: z.array(
    z.object({ slot: roleSlotSchema, role: roleRefSchema.nullable() }),
  ),
});

/** @public */
export type HostTask = z.infer<typeof hostTaskSchema>;

/**
 * Hosts that are alike: they have the same role and run the same tasks.
 *
 * @public
 */
export const hostGroupSchema = z.object({
  /** Ids of the first of them; of hosts that do not run yet, the name of the template. */
  names: z.array(z.string()),
  count: z.number().int(),
  /** `false`: the next host would be so. */
  running: z.boolean(),
  compute: z.enum(['ec2', 'managed-instances', 'external']),
  capacityProvider: z.string().nullable(),
  role: roleRefSchema.nullable(),
  /** Why the role is not known. */
  unresolved: z
    .object({ because: z.string(), needs: z.string().optional() })
    .nullable(),
  /** Whether containers of the service reach the metadata service of the host, and so the instance role. */
  imds: z.object({
    reach: z.enum(['yes', 'unless-blocked', 'no', 'unknown']),
    why: z.string(),
  }),
  /** Those that the caller may see; the others are counted in `hidden`. */
  tasks: knownSchema(z.array(hostTaskSchema)),
  hidden: z.object({ services: z.number().int(), tasks: z.number().int() }),
  /** What a container that takes over the host could reach; `null`: it is not known. */
  together: z
    .object({
      /** Distinct roles, those of tasks that the caller may not see included. */
      roles: z.number().int(),
      /** The worst that is active against one of them. */
      worst: severitySchema.nullable(),
      /** In words, each a short verb phrase: "read every secret of the account". */
      can: z.array(z.string()),
    })
    .nullable(),
});

/** @public */
export type HostGroup = z.infer<typeof hostGroupSchema>;
