import type { Role } from '../../ecs/role';
import type { SecretKey, Service } from '../../ecs/service';
import { known, mapKnown, unknown, type Known } from '../../known';
import { parseCluster } from '../aws/parseCluster';
import { parseHosts } from '../aws/parseHosts';
import { parseLastAccessed } from '../aws/parseLastAccessed';
import { parseGuardDuty, parseService } from '../aws/parseService';
import { parseTaskDefinition } from '../aws/parseTaskDefinition';
import { parseLastUsed, parseTime } from '../aws/parseTime';
import { isAbsent, isObject, items, list, object } from '../input/place';
import { optionalText, textOf, type Fields } from '../input/place';
import type { Place, Reader } from '../input/place';
import type { CaseFacts, Told } from './Case';
import { parseNamedRole } from './parseRole';
import { parseTold } from './parseTold';

/** Facts, and what only those about a single role tell. */
export type AllFacts = CaseFacts & Pick<Role, 'lastUsed' | 'createdAt'>;

/** Reads facts: each as the AWS CLI prints it. */
export function parseFacts(at: Fields, said: Told): AllFacts {
  const fact = <T>(key: string, read: Reader<T>): Known<T> =>
    isAbsent(at(key))
      ? unknown(`the input holds no facts.${key}`)
      : known(read(at(key)));
  return {
    taskDefinition: fact('taskDefinition', parseTaskDefinition),
    latestTaskDefinition: fact('latestTaskDefinition', parseTaskDefinition),
    service: withRevision(
      fact('service', parseService),
      fact('serviceRevision', parseGuardDuty),
    ),
    cluster: fact('cluster', parseCluster),
    hosts: fact('hosts', parseHosts),
    roles: fact('roles', parseRoles),
    ...(isAbsent(at('lastAccessed'))
      ? {}
      : { lastAccessed: fact('lastAccessed', parseLastAccessed) }),
    secretKeys: new Map(list(at('secretKeys'), parseSecretKey)),
    pullThroughCachePrefixes: fact('pullThroughCachePrefixes', place =>
      items(place).map(each => textOf(each, 'a prefix of repositories')),
    ),
    told: parseTold(at, said),
    lastUsed: fact('lastUsed', parseLastUsed),
    createdAt: fact('createdAt', parseTime),
  };
}

// Only the revision of a service tells whether GuardDuty watches its tasks.
function withRevision(
  service: Known<Service>,
  guardDuty: Known<boolean>,
): Known<Service> {
  return guardDuty.known
    ? mapKnown(service, value => ({ ...value, guardDuty }))
    : service;
}

/** @returns what stands under `facts`; nothing where there is none */
export function fieldsOfFacts(place: Place): Fields {
  return object(isAbsent(place) ? { ...place, value: {} } : place);
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

function parseSecretKey(place: Place): readonly [string, SecretKey] {
  const at = object(
    place,
    '{ "arn", "keyArn" } of a secret or parameter and its key',
  );
  const arn = textOf(at('arn'), 'the ARN of a secret or parameter');
  return [arn, { arn, keyArn: optionalText(at('keyArn')) }];
}
