import type { Change } from '../change/change';
import type { Situation } from '../situation';
import { actionsOfLevels, READING } from './actionsOfLevels';

/**
 * Leaves in statements what the role has used, where that is known: the services that were called; then without what changes
 * IAM; then of each only what changes no permissions.
 *
 * @param places - of the statements
 */
export function* keepUsed(
  places: readonly string[],
  { today }: Situation,
): Generator<Change[]> {
  const { usage } = today.facts;
  if (!usage?.known) {
    return;
  }
  const services = usage.value.services
    .filter(({ lastAuthenticated }) => lastAuthenticated !== null)
    .map(({ namespace }) => `${namespace}:*`);
  const withoutIam = services.flatMap(service =>
    service === 'iam:*' ? actionsOfLevels(service, READING) : [service],
  );
  const harmless = withoutIam.flatMap(service =>
    actionsOfLevels(service, [...READING, 'Write', 'Tagging']),
  );
  for (const actions of [services, withoutIam, harmless]) {
    yield places.map(at => ({ kind: 'keep-actions', at, actions }));
  }
}
