import { holds, intersect, uniteAll } from '../catalogue/actionSet';
import { actionsOfService, findAction } from '../catalogue/catalogue';
import type { LastAccessed } from '../ecs/lastAccessed';
import { knownActions } from '../grants/reachOf';
import type { ProposedPolicy } from './proposedPolicy';

/**
 * What IAM would report of a role with other policies: it lists the services that they allow.
 *
 * @param policies - that the role could have
 * @returns makes such a report of that of today
 */
export function usageUnder(
  policies: readonly ProposedPolicy[],
): (report: LastAccessed) => LastAccessed {
  const allowed = uniteAll(
    policies
      .filter(({ kind }) => kind === 'identity')
      .flatMap(({ statements }) => statements)
      .filter(({ effect }) => effect === 'Allow')
      .map(({ actions }) => knownActions(actions)),
  );
  const isAllowed = (service: string, name: string) => {
    const action = findAction(`${service}:${name}`);
    return action === undefined || holds(allowed, action);
  };
  return report => ({
    ...report,
    services: report.services
      .filter(
        ({ namespace }) =>
          actionsOfService(namespace).length === 0 ||
          intersect(allowed, actionsOfService(namespace)).length > 0,
      )
      .map(service => ({
        ...service,
        trackedActions: service.trackedActions.filter(({ name }) =>
          isAllowed(service.namespace, name),
        ),
      })),
  });
}
