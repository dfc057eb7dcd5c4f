import { mapKnown } from '@ecs-iam/iam-analysis';
import type {
  NeededPermission,
  RoleDetail,
} from '@ecs-iam/plugin-ecs-iam-common';

type Cause = NeededPermission['because'][number];

/** A role that a thousand services share needs the same for each of them: the first few say why. */
const MOST_CAUSES = 50;

/**
 * Takes the names out of causes in services that a caller may not see. Of several such causes of one need, one is left.
 *
 * @param isVisible - whether the caller may see a service
 */
export function redactNeeds(
  needs: RoleDetail['needs'],
  isVisible: (serviceArn: string) => boolean,
): RoleDetail['needs'] {
  const redact = (cause: Cause): Cause =>
    cause.serviceArn !== null && isVisible(cause.serviceArn) ? cause : HIDDEN;
  return mapKnown(needs, slots =>
    slots.map(slot => ({
      ...slot,
      permissions: slot.permissions.map(permission => ({
        ...permission,
        because: visibleFirst(permission.because.map(redact)),
      })),
      unresolved: slot.unresolved.map(need => ({
        ...need,
        because: redact(need.because),
      })),
    })),
  );
}

const HIDDEN: Cause = {
  field: null,
  serviceArn: null,
  serviceName: null,
  revision: null,
};

function visibleFirst(causes: readonly Cause[]): Cause[] {
  const visible = causes
    .filter(cause => cause !== HIDDEN)
    .slice(0, MOST_CAUSES);
  return causes.includes(HIDDEN) ? [...visible, HIDDEN] : visible;
}
