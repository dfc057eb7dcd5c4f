import { writtenActions } from '@ecs-iam/iam-analysis';
import type { Excess, RoleSlot } from '@ecs-iam/iam-analysis';
import type { ExcessPermission } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredRole } from '../../inventory/Inventory';
import { presentPlace } from '../present/presentFinding';

/** Of thousands of actions, the first few say what kind they are. */
const SHOWN = 25;

/** What a statement grants beyond the needs, and why it should go. */
export function presentExcess(
  excess: Excess,
  slot: RoleSlot,
  role: StoredRole,
): ExcessPermission {
  const actions = writtenActions(excess.actions);
  return {
    kind: excess.kind,
    actions: actions.slice(0, SHOWN),
    more: Math.max(0, actions.length - SHOWN),
    granted: [...excess.granted],
    needed: [...excess.needed],
    place: presentPlace(excess.at, role),
    why: reasonFor(excess, slot),
  };
}

function reasonFor({ kind, needed }: Excess, slot: RoleSlot): string {
  switch (kind) {
    case 'agent':
      return 'Only the agent of ECS on a host calls this: whoever may call it can pass for the agent, and is sent the credentials of other tasks.';
    case 'application':
      return slot === 'instance'
        ? 'No host needs this, and every container on the host may come by it. What the application calls belongs into the task role.'
        : 'ECS never uses this. What the application calls belongs into the task role.';
    case 'secrets':
      return 'It reaches secrets, parameters or keys that no task definition of the role names.';
    case 'tool-shaped':
      return 'Deployment tools are known to add this, and nothing that uses the role needs it.';
    case 'baseline':
      return 'The managed policies of AWS for this kind of role grant this, so that they fit every account. Here less would do.';
    case 'beyond':
      return needed.length > 0
        ? 'It is needed, but on less than what is granted.'
        : 'Nothing that uses the role needs this.';
    default:
      return kind satisfies never;
  }
}
