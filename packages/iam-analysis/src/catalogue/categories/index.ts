import { setOf, subtract, unite, type ActionSet } from '../actionSet';
import { accessLevelsOf, findAction, isRestrictable } from '../catalogue';
import { serviceTables } from '../catalogue';
import { lazily } from '../lazily';
import type { AccessLevel } from '../ServiceTable';
import { credentialsExposure } from './credentialsExposure';
import { dataAccess } from './dataAccess';
import { resourceExposure } from './resourceExposure';

/** The known ones of these actions. */
export function actionsNamed(names: readonly string[]): ActionSet {
  return setOf(names.flatMap(name => findAction(name) ?? []));
}

/** Actions that return credentials, or make such. */
export const credentialsActions = lazily(() =>
  actionsNamed(credentialsExposure),
);

/** Actions that return what customers store. */
export const dataActions = lazily(() => actionsNamed(dataAccess));

/** Actions that change who may reach a resource, and can be bound to one. */
export const exposureActions = lazily(() =>
  subtract(
    unite(
      actionsWhere(levels => levels.includes('Permissions management')),
      actionsNamed(resourceExposure),
    ),
    actionsWhere((_, action) => !isRestrictable(action)),
  ),
);

/** Actions that write or tag, and can be bound to a resource. */
export const modifyingActions = lazily(() =>
  actionsWhere(
    (levels, action) =>
      (levels.includes('Write') || levels.includes('Tagging')) &&
      isRestrictable(action),
  ),
);

/** Actions that read or list, and can be bound to a resource. */
export const readingActions = lazily(() =>
  actionsWhere(
    (levels, action) =>
      (levels.includes('Read') || levels.includes('List')) &&
      isRestrictable(action),
  ),
);

function actionsWhere(
  fits: (levels: readonly AccessLevel[], action: number) => boolean,
): ActionSet {
  const found: number[] = [];
  for (const { first, end } of serviceTables()) {
    for (let action = first; action < end; action++) {
      if (fits(accessLevelsOf(action), action)) {
        found.push(action);
      }
    }
  }
  return setOf(found);
}
