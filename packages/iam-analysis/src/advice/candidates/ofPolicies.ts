import type { Finding } from '../../analysis/finding';
import type { Change } from '../change/change';
import { placesOf } from '../findingData';
import type { Situation } from '../situation';
import { actionsOfLevels } from './actionsOfLevels';
import { dropAt } from './dropping';
import { keepUsed } from './keepUsed';
import { replacement } from './managed';
import { administrating } from './ofActions';

/** The policy goes. */
export function* removePolicy({ at }: Finding): Generator<Change[]> {
  yield [{ kind: 'remove-policy', policy: policyOf(at) }];
}

/** An inline policy of the same statements. */
export function* replacePolicy(
  { at }: Finding,
  { policies }: Situation,
): Generator<Change[]> {
  const policy = policies.find(({ id }) => id === policyOf(at));
  if (policy) {
    yield [replacement(policy.id, policy.name, policies)];
  }
}

/**
 * An inline policy in place of one of AWS: for a service, without those actions that change who may reach what; for the whole
 * account, of the services that the role has used, or without what makes it an administrator. At last none.
 */
export function* weakenPolicy(finding: Finding, situation: Situation) {
  const id = policyOf(finding.at);
  const policy = situation.policies.find(each => each.id === id);
  const places = (policy?.statements ?? [])
    .filter(({ effect }) => effect === 'Allow')
    .map(({ at }) => `${id}#${at}`);
  const drop = (actions: readonly string[]) =>
    places.flatMap(at => dropAt(at, actions, situation.policies));
  if (finding.message === 'service') {
    yield drop(actionsOfLevels('*', ['Permissions management']));
  } else {
    yield* keepUsed(places, situation);
  }
  if (situation.findings.some(each => isAdministrationBy(each, places))) {
    yield drop(administrating(situation.today.slot));
  }
  yield* removePolicy(finding);
}

function isAdministrationBy(
  finding: Finding,
  places: readonly string[],
): boolean {
  return (
    finding.ruleId === 'iam.admin-access' &&
    finding.state === 'active' &&
    placesOf(finding).some(at => places.includes(at))
  );
}

/** The same statements, without what AWS does not read. */
export function* rewritePolicy({ at }: Finding): Generator<Change[]> {
  yield [{ kind: 'rewrite-policy', policy: policyOf(at) }];
}

function policyOf(at: string): string {
  return at.split('#', 1)[0];
}
