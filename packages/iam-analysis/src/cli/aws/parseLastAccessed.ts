import type {
  ActionLastAccessed,
  LastAccessed,
  ServiceLastAccessed,
} from '../../ecs/lastAccessed';
import { items, list, mismatch, object, optional } from '../input/place';
import { optionalText, text, type Place } from '../input/place';
import { parseTime } from './parseTime';

/**
 * Reads what `aws iam get-service-last-accessed-details` prints.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
 */
export function parseLastAccessed(place: Place): LastAccessed {
  const what =
    'a report, as `aws iam get-service-last-accessed-details` prints it';
  const at = object(place, what);
  const status = optionalText(at('JobStatus')) ?? DONE;
  if (status !== DONE) {
    throw mismatch(at('JobStatus'), 'a report whose job is COMPLETED');
  }
  const services = items(at('ServicesLastAccessed'), what).map(parseService);
  if (at('IsTruncated').value === true) {
    throw mismatch(at('IsTruncated'), 'the report with all its pages');
  }
  return {
    granularity:
      at('JobType').value === 'ACTION_LEVEL' ? 'ACTION_LEVEL' : 'SERVICE_LEVEL',
    services,
  };
}

const DONE = 'COMPLETED';

function parseService(place: Place): ServiceLastAccessed {
  const at = object(place);
  return {
    namespace: text(at('ServiceNamespace')),
    lastAuthenticated: optional(at('LastAuthenticated'), parseTime),
    trackedActions: list(at('TrackedActionsLastAccessed'), parseAction),
  };
}

function parseAction(place: Place): ActionLastAccessed {
  const at = object(place);
  return {
    name: text(at('ActionName')),
    lastAccessed: optional(at('LastAccessedTime'), parseTime),
  };
}
