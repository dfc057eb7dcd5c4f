import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { ofKind } from '../../findings/kind';

/** How much an answer holds. */
export type Totals = Readonly<{
  services: number;
  /** Families of tasks that no service runs. */
  taskFamilies: number;
  /** Different roles, however many services use them. */
  roles: number;
  mitigated: number;
  notes: number;
  /** Checks that could not be judged. */
  undecided: number;
  /** Something could not be read, so that "no warnings" is not the whole truth. */
  isPartial: boolean;
}>;

/**
 * Counts what an answer holds.
 *
 * @param data - the roles of an entity
 * @returns the numbers of the posture line
 */
export function totals(data: EntityRoles): Totals {
  const uses = data.services.flatMap(({ roles }) => roles);
  const ids = [...uses, ...data.roles].flatMap(({ role }) =>
    role ? [role.id] : [],
  );
  const undecided = uses.reduce((sum, use) => sum + use.undecided.length, 0);
  const active = data.services.filter(({ state }) => state === 'active');
  return {
    services: active.filter(({ kind }) => kind === 'service').length,
    taskFamilies: active.filter(({ kind }) => kind === 'task-family').length,
    roles: new Set(ids).size,
    mitigated: ofKind(data.findings, 'mitigated').length,
    notes: ofKind(data.findings, 'note').length,
    undecided,
    isPartial:
      data.gaps.length > 0 ||
      data.problems.length > 0 ||
      undecided > 0 ||
      uses.some(({ unresolved }) => unresolved !== null) ||
      data.services.some(({ hosts }) => !hosts.known) ||
      [...data.services, ...data.roles].some(({ problem }) => problem !== null),
  };
}
