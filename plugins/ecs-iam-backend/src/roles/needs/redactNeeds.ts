import { mapKnown } from '@ecs-iam/iam-analysis';
import type {
  NeededPermission,
  RoleDetail,
  SlotNeeds,
} from '@ecs-iam/plugin-ecs-iam-common';
import {
  HIDDEN_CAUSE,
  HIDDEN_RESOURCES,
  WITHHELD,
  withoutHiddenNames,
} from './hiddenNeeds';

type Cause = NeededPermission['because'][number];

/** A role that a thousand services share needs the same for each of them: the first few say why. */
const MOST_CAUSES = 50;

/**
 * Takes out of needs what tells of services that a caller may not see. Of a need that a visible service has too, only the
 * others are left out, and that there are some is said once. Of a need that hidden services alone have, no name is left: of
 * a secret, a repository or a log group it mostly is that of the service. A proposal would name them, so there is none then.
 *
 * @param needs - of a role
 * @param isVisible - whether the caller may see a service
 */
export function redactNeeds(
  needs: RoleDetail['needs'],
  isVisible: (serviceArn: string) => boolean,
): RoleDetail['needs'] {
  return mapKnown(needs, all => {
    const slots = all.map(slot => withVisibleCauses(slot, isVisible));
    // A proposal for one slot may hold what the role needs in the others.
    return slots.every(isVisibleWhole) ? slots : slots.map(withoutHidden);
  });
}

function withVisibleCauses(
  slot: SlotNeeds,
  isVisible: (serviceArn: string) => boolean,
): SlotNeeds {
  const redact = (cause: Cause): Cause =>
    cause.serviceArn !== null && isVisible(cause.serviceArn)
      ? cause
      : HIDDEN_CAUSE;
  return {
    ...slot,
    permissions: slot.permissions.map(permission => ({
      ...permission,
      because: visibleFirst(permission.because.map(redact)),
    })),
    unresolved: slot.unresolved.map(need => ({
      ...need,
      because: redact(need.because),
    })),
  };
}

function visibleFirst(causes: readonly Cause[]): Cause[] {
  const visible = causes.filter(isShown).slice(0, MOST_CAUSES);
  return causes.every(isShown) ? visible : [...visible, HIDDEN_CAUSE];
}

function isVisibleWhole({ permissions, unresolved }: SlotNeeds): boolean {
  return (
    permissions.every(isNamed) &&
    unresolved.every(({ because }) => isShown(because))
  );
}

function withoutHidden(slot: SlotNeeds): SlotNeeds {
  const { permissions, excess, unresolved } = slot;
  const resources = new Set(
    permissions.filter(isNamed).flatMap(each => each.resources),
  );
  return {
    ...slot,
    permissions: withoutHiddenNames(permissions, isNamed),
    excess: excess.map(each => ({
      ...each,
      needed: visibleOf(each.needed, resources),
    })),
    unresolved: [
      ...unresolved.filter(({ because }) => isShown(because)),
      WITHHELD,
    ],
    proposal: null,
  };
}

function visibleOf(
  needed: readonly string[],
  resources: ReadonlySet<string>,
): string[] {
  const visible = needed.filter(each => each === '*' || resources.has(each));
  return visible.length === needed.length
    ? visible
    : [...visible, HIDDEN_RESOURCES];
}

function isNamed({ because }: NeededPermission): boolean {
  return because.some(isShown);
}

function isShown(cause: Cause): boolean {
  return cause !== HIDDEN_CAUSE;
}
