import { isRoleName } from '../../ecs/names/roleArn';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import { roleIn, roleNameFor, type NeededSlot } from '../evidence/neededSlots';
import { isUnresolved } from '../input/intrinsic';

/** The role of a slot, by name. */
export type SlotRole = Readonly<{
  name: string;
  /** Begins and ends with a slash. */
  path: string;
  /** Whether the task definition names it; else its name is made up. */
  isNamed: boolean;
}>;

/** @returns the role that the definition names in a slot, or a name that fits where it names none that can be told */
export function slotRole(
  slot: NeededSlot,
  definition: TaskDefinition,
): SlotRole {
  const written = roleIn(slot, definition);
  return (
    named(written ?? '') ?? {
      name: roleNameFor(slot, definition.family),
      path: '/',
      isNamed: false,
    }
  );
}

function named(written: string): SlotRole | null {
  const segments = written
    .replace(/^arn:[^:]*:iam::[^:]*:role/, '')
    .split('/')
    .filter(Boolean);
  const name = segments.pop() ?? '';
  return isUnresolved(written) || !isRoleName(name)
    ? null
    : {
        name,
        path: `/${segments.map(segment => `${segment}/`).join('')}`,
        isNamed: true,
      };
}
