import type { Role } from '../../ecs/role';
import { known, unknown, type Known } from '../../known';
import { parseCluster } from '../aws/parseCluster';
import { parseHosts } from '../aws/parseHosts';
import { parseLastAccessed } from '../aws/parseLastAccessed';
import { parseService } from '../aws/parseService';
import { parseTaskDefinition } from '../aws/parseTaskDefinition';
import { parseLastUsed, parseTime } from '../aws/parseTime';
import { isAbsent, isObject, items, object } from '../input/place';
import type { Place, Reader } from '../input/place';
import type { CaseFacts } from './Case';
import { parseNamedRole } from './parseRole';

/** Reads `facts`: each as the AWS CLI prints it. */
export function parseFacts(
  place: Place,
): CaseFacts & Pick<Role, 'lastUsed' | 'createdAt'> {
  const facts = isAbsent(place) ? {} : place.value;
  const at = object({ ...place, value: facts });
  const fact = <T>(key: string, read: Reader<T>): Known<T> =>
    isAbsent(at(key))
      ? unknown(`the input holds no facts.${key}`)
      : known(read(at(key)));
  return {
    taskDefinition: fact('taskDefinition', parseTaskDefinition),
    service: fact('service', parseService),
    cluster: fact('cluster', parseCluster),
    hosts: fact('hosts', parseHosts),
    roles: fact('roles', parseRoles),
    ...(isAbsent(at('lastAccessed'))
      ? {}
      : { lastAccessed: fact('lastAccessed', parseLastAccessed) }),
    lastUsed: fact('lastUsed', parseLastUsed),
    createdAt: fact('createdAt', parseTime),
  };
}

function parseRoles(place: Place): readonly Role[] {
  return items(place, 'a list of { "role" }').map(parseOtherRole);
}

// The same evidence as at the top, or the role alone.
function parseOtherRole(place: Place): Role {
  return isObject(place.value) && Object.hasOwn(place.value, 'role')
    ? parseNamedRole(object(place)('role'))
    : parseNamedRole(place);
}
