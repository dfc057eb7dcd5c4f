import type { Known } from '../known';
import type { RoleSlot } from './slots';

/**
 * One row of the role summary table: a slot of a service, the role in it, and what follows from the task definition.
 * A slot with no role has a row too.
 *
 * @public
 */
export type RoleUse = Readonly<{
  slot: RoleSlot;
  /** `null`: no role is named. Unknown: for example the hosts could not be read. */
  roleArn: Known<string | null>;
  /** In words: "ECS agent", "all 3 containers", "revision 7, 20 % of tasks". */
  appliesTo: string;
  /** The revisions that name this role in this slot. Empty for slots that no task definition names. */
  revisions: readonly RevisionShare[];
  /** In words, each a short verb phrase: "pulls payments/api from ECR". */
  usedFor: readonly string[];
  required: Required;
  /** Remarks for people, such as a host that differs from its template. */
  notes: readonly string[];
}>;

/** @public */
export type RevisionShare = Readonly<{
  taskDefinitionArn: string;
  revision: number;
  /** 0 to 100, of the running (when none runs: desired) tasks of the service. */
  sharePercent: number;
}>;

/** @public */
export type Required = Readonly<{
  value: 'yes' | 'no' | 'unknown';
  because: readonly string[];
}>;
