import type { Cluster, Service } from '../../ecs/service';
import { known } from '../../known';
import { isObject, object, type Fields, type Place } from '../input/place';
import type { CaseFacts, Told } from './Case';
import { fieldsBeside } from './parseDefinitionCases';
import { parseFacts } from './parseFacts';

/** What options of the command add to each input. */
export type Beside = Readonly<{
  told: Told;
  service: Service | null;
  cluster: Cluster | null;
}>;

/**
 * Reads a task definition, alone or in an object with what is known around it: `{ "taskDefinition", "service"?,
 * "cluster"?, "secretKeys"?, "pullThroughCachePrefixes"? }`. The answer of `aws ecs describe-task-definition` is such an
 * object; a case of `check` is another.
 *
 * @param beside - for what the input leaves out
 */
export function parseNeedsCase(place: Place, beside: Beside): CaseFacts {
  const {
    lastUsed: _,
    createdAt: __,
    ...facts
  } = parseFacts(fieldsIn(place), beside.told);
  return {
    ...facts,
    service:
      facts.service.known || beside.service === null
        ? facts.service
        : known(beside.service),
    cluster:
      facts.cluster.known || beside.cluster === null
        ? facts.cluster
        : known(beside.cluster),
  };
}

function fieldsIn(place: Place): Fields {
  const { value } = place;
  const isAround =
    isObject(value) &&
    (Object.hasOwn(value, 'taskDefinition') || Object.hasOwn(value, 'facts'));
  if (isAround) {
    return fieldsBeside(place);
  }
  const nothing = object({ ...place, value: {} });
  return key => (key === 'taskDefinition' ? place : nothing(key));
}
