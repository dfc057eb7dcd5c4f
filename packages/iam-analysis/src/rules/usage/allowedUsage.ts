import { holds, intersect, uniteAll } from '../../catalogue/actionSet';
import {
  actionsOfService,
  findAction,
  serviceTable,
} from '../../catalogue/catalogue';
import type { LastAccessed } from '../../ecs/lastAccessed';
import type { RoleGrants } from '../../grants/grant';
import type { Known } from '../../known';

/**
 * A report without what the policies no longer allow: it may be older than they are. What the catalogue does not know
 * stays.
 *
 * @param usage - the report
 * @param grants - of the role; unknown: the report is all there is to tell what it may do
 */
export function allowedUsage(
  usage: LastAccessed,
  grants: Known<RoleGrants>,
): LastAccessed {
  if (!grants.known) {
    return usage;
  }
  const statements = grants.value.grants;
  const allowed = uniteAll(statements.map(({ known }) => known));
  const unheardOf = statements.flatMap(each => each.unknownActions);
  return {
    ...usage,
    services: usage.services
      .filter(
        ({ namespace }) =>
          serviceTable(namespace) === undefined ||
          intersect(allowed, actionsOfService(namespace)).length > 0 ||
          unheardOf.some(name =>
            name.toLowerCase().startsWith(`${namespace}:`),
          ),
      )
      .map(service => ({
        ...service,
        trackedActions: service.trackedActions.filter(({ name }) => {
          const action = findAction(`${service.namespace}:${name}`);
          return action === undefined || holds(allowed, action);
        }),
      })),
  };
}
