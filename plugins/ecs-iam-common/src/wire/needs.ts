import { z } from 'zod';
import { placeSchema, roleSlotSchema } from './finding';

/**
 * The field that causes a need. Fields of services that the caller may not see come without names.
 *
 * @public
 */
export const needCauseSchema = z.object({
  /** Such as `containerDefinitions[0].secrets[1].valueFrom`; `null`: of a service that the caller may not see. */
  field: z.string().nullable(),
  serviceArn: z.string().nullable(),
  serviceName: z.string().nullable(),
  /** `FAMILY:REVISION` of the task definition. */
  revision: z.string().nullable(),
});

/**
 * A permission that ECS demands of the role, and whether it is granted.
 *
 * @public
 */
export const neededPermissionSchema = z.object({
  /** `unknown`: the role's policies could not be read. */
  state: z.enum(['missing', 'conditional', 'held', 'unknown']),
  actions: z.array(z.string()),
  /** Of the actions, those that the role lacks. */
  missing: z.array(z.string()),
  /** As a policy would name them. Where only services need it that the caller may not see, in words and without names. */
  resources: z.array(z.string()),
  /** The first of very many; last, once, a cause that the caller may not see. */
  because: z.array(needCauseSchema),
  phrase: z.string(),
  /** Whether its lack breaks something. */
  breaks: z.boolean(),
  /** What happens without it, in the words of the error of ECS. */
  failure: z.string(),
  /** What else must allow it that the role does not show; where its lack breaks nothing, what may allow it instead. */
  alsoNeeds: z.string().nullable(),
  /** A statement takes away what another one grants. */
  denied: z.boolean(),
  /** The statements that decide. */
  places: z.array(placeSchema),
});

/** @public */
export type NeededPermission = z.infer<typeof neededPermissionSchema>;

/**
 * What a statement grants beyond the need.
 *
 * @public
 */
export const excessPermissionSchema = z.object({
  kind: z.enum([
    'agent',
    'application',
    'secrets',
    'tool-shaped',
    'baseline',
    'beyond',
  ]),
  /** The first of them; `more` counts the rest. */
  actions: z.array(z.string()),
  more: z.number().int(),
  granted: z.array(z.string()),
  /** The resources that would do; empty: the actions are not needed at all. */
  needed: z.array(z.string()),
  place: placeSchema.nullable(),
  /** Why it should go, in a sentence. */
  why: z.string(),
});

/** @public */
export type ExcessPermission = z.infer<typeof excessPermissionSchema>;

/**
 * A need that cannot be named.
 *
 * @public
 */
export const unresolvedNeedSchema = z.object({
  /** `false`: whether anything is needed depends on what is not known here, such as the key of a secret. */
  certain: z.boolean(),
  phrase: z.string(),
  why: z.string(),
  because: needCauseSchema,
});

/** @public */
export type UnresolvedNeed = z.infer<typeof unresolvedNeedSchema>;

/**
 * A policy in the forms in which people keep it.
 *
 * @public
 */
export const printedPolicySchema = z.object({
  json: z.string(),
  terraform: z.string(),
  cloudformation: z.string(),
  cdk: z.string(),
});

/** @public */
export type PrintedPolicy = z.infer<typeof printedPolicySchema>;

/**
 * The smallest policy that does what ECS demands, and the way to it.
 *
 * @public
 */
export const slotProposalSchema = z.object({
  /** `null`: nothing is needed, so the role needs no policy in this slot. */
  permissions: printedPolicySchema.nullable(),
  trust: printedPolicySchema,
  /** From what the role has today to what is proposed. */
  diff: z.array(
    z.object({
      /** Such as "policy app" or "trust policy". */
      title: z.string(),
      lines: z.array(
        z.object({
          kind: z.enum(['same', 'added', 'removed']),
          text: z.string(),
        }),
      ),
    }),
  ),
  /** What the proposal does not know, each in a sentence. */
  notes: z.array(z.string()),
});

/** @public */
export type SlotProposal = z.infer<typeof slotProposalSchema>;

/**
 * Needed against granted, of a role in one slot, for all that use it there.
 *
 * @public
 */
export const slotNeedsSchema = z.object({
  slot: roleSlotSchema,
  /** Whether the slot must have a role; `null`: it cannot be told. */
  required: z.boolean().nullable(),
  /** Whether nothing but these needs has a place in the role. Task roles also hold what the application calls. */
  closed: z.boolean(),
  /** Missing first. */
  permissions: z.array(neededPermissionSchema),
  excess: z.array(excessPermissionSchema),
  unresolved: z.array(unresolvedNeedSchema),
  /**
   * `null`: it cannot be made, because something is not known, or would name what the caller may not see; `unresolved` says
   * what.
   */
  proposal: slotProposalSchema.nullable(),
});

/** @public */
export type SlotNeeds = z.infer<typeof slotNeedsSchema>;
