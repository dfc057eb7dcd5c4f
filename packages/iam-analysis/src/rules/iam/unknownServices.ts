import { serviceTable } from '../../catalogue/catalogue';
import type { Grant, RoleGrants } from '../../grants/grant';
import {
  standingOfUnknown,
  type UnknownStanding,
} from '../../grants/standingOfUnknown';

/** A service that the catalogue does not know, all of whose actions a statement grants. */
export type UnknownService = Readonly<{
  service: string;
  grant: Grant;
  standing: UnknownStanding;
}>;

/**
 * Services by their text alone (`newservice:*`): AWS may have added them since, or taken them out of its lists.
 *
 * @param role - what it holds
 * @returns each once a statement, in the order in which they are written
 */
export function unknownServices(role: RoleGrants): UnknownService[] {
  return role.grants
    .flatMap(grant =>
      namedIn(grant).map(service => ({
        service,
        grant,
      })),
    )
    .map(({ service, grant }) => ({
      service,
      grant,
      standing: standingOfUnknown(role, grant, `${service}:*`),
    }));
}

function namedIn({ actions, unknownActions }: Grant): string[] {
  if (actions.kind === 'all-but' || unknownActions.length === 0) {
    return [];
  }
  const services = unknownActions
    .filter(pattern => WHOLE_SERVICE.test(pattern))
    .map(pattern => pattern.slice(0, pattern.indexOf(':')).toLowerCase())
    .filter(service => serviceTable(service) === undefined);
  return [...new Set(services)];
}

const WHOLE_SERVICE = /^[a-z0-9-]+:\*+$/i;
