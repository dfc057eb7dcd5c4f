import type { RoleUse, SharedWith } from '@ecs-iam/plugin-ecs-iam-common';
import type {
  StoredFinding,
  StoredRole,
  StoredRoleUse,
} from '../../inventory/Inventory';
import type { ConsoleLinks } from './ConsoleLinks';
import { presentRoleRef } from './presentRole';

/** A row of the role summary table. */
export function presentRoleUse(
  use: StoredRoleUse,
  around: Readonly<{
    /** The role in the slot, when it was read. */
    role: StoredRole | undefined;
    findings: readonly StoredFinding[];
    sharedWith: SharedWith;
    links: ConsoleLinks;
  }>,
): RoleUse {
  const { role, findings, sharedWith, links } = around;
  return {
    slot: use.slot,
    role: role ? presentRoleRef(role, links) : null,
    unresolved: role ? null : unresolved(use),
    appliesTo: use.appliesTo,
    revisions: use.revisions.map(revision => ({ ...revision })),
    usedFor: [...use.usedFor],
    required: {
      value: use.required.value,
      because: [...use.required.because],
    },
    notes: [...use.notes],
    lastUsed: lastUsed(use, role),
    sharedWith,
    findings: findings.map(({ id }) => id),
    undecided: use.undecided.map(rule => ({ ...rule })),
    review: null,
  };
}

/**
 * The findings of a row: those about its role in its slot, and those about the slot of its service.
 */
export function findingsOfUse(
  use: StoredRoleUse,
  findings: readonly StoredFinding[],
): readonly StoredFinding[] {
  const role = use.roleArn.known ? use.roleArn.value : null;
  return findings.filter(
    ({ subject, slot }) =>
      slot === use.slot && (subject === role || subject === use.serviceArn),
  );
}

function unresolved({ roleArn }: StoredRoleUse): RoleUse['unresolved'] {
  if (!roleArn.known) {
    const { because, needs } = roleArn;
    return needs === undefined ? { because } : { because, needs };
  }
  return roleArn.value === null
    ? null
    : {
        because: `The role ${roleArn.value} was not read yet.`,
        needs: 'iam:GetRole',
      };
}

function lastUsed(
  use: StoredRoleUse,
  role: StoredRole | undefined,
): RoleUse['lastUsed'] {
  if (role) {
    return role.fact.lastUsed;
  }
  if (!use.roleArn.known) {
    return use.roleArn;
  }
  return use.roleArn.value === null
    ? null
    : {
        known: false,
        because: 'The role was not read yet',
        needs: 'iam:GetRole',
      };
}
