import type { Finding } from '../../analysis/finding';
import { escalations } from '../../catalogue/categories/escalations';
import { findAction } from '../../catalogue/catalogue';
import type { Condition } from '../../policy/types';
import type { Change } from '../change/change';
import { placesOf, stringsIn } from '../findingData';
import type { Situation } from '../situation';
import { dropping, isAllowed, placesAllowing, statementAt } from './dropping';

const PASS_ROLE = 'iam:PassRole';

/**
 * Roles are passed only to those services that the role can also make use them; without any, passing one is of no use.
 */
export function* bindPassRole(finding: Finding, situation: Situation) {
  const services = servicesInUse(situation);
  const places = placesOf(finding);
  if (services.length > 0 && services.length <= MOST_SERVICES) {
    const condition = plain('StringEquals', 'iam:PassedToService', services);
    yield places.map(at => conditionOn(at, [PASS_ROLE], condition));
    yield placesAllowing(situation.policies, [PASS_ROLE]).map(at =>
      conditionOn(at, [PASS_ROLE], condition),
    );
  }
  yield* dropping([PASS_ROLE], places, situation);
}

// A longer list would look like a bound and be none.
const MOST_SERVICES = 5;

function servicesInUse({ policies }: Situation): string[] {
  const isHeld = (name: string) => {
    const action = findAction(name);
    return action !== undefined && isAllowed(policies, action);
  };
  const used = escalations
    .filter(
      ({ kind, actions }) => kind === 'new-passrole' && actions.every(isHeld),
    )
    .flatMap(({ passedTo }) => passedTo);
  return [...new Set(used)].sort();
}

/** The condition whose key the finding names, where its value is known; else the actions go, if they weigh anything. */
export function* addMissingKey(finding: Finding, situation: Situation) {
  const actions = stringsIn(finding.data, 'actions');
  switch (stringsIn(finding.data, 'keys').at(0)?.toLowerCase()) {
    case 'iam:passedtoservice':
      yield* bindPassRole(finding, situation);
      return;
    case 'kms:grantisforawsresource':
      yield placesOf(finding).map(at =>
        conditionOn(
          at,
          actions,
          plain('Bool', 'kms:GrantIsForAWSResource', ['true']),
        ),
      );
      return;
    default:
      if (finding.severity !== 'info') {
        yield* dropping(actions, placesOf(finding), situation);
      }
  }
}

/** Only resources of the account of the role; other actions of the statement may have none that are of an account. */
export function* bindResourceAccount(
  finding: Finding,
  { today }: Situation,
): Generator<Change[]> {
  if (today.role) {
    const actions = stringsIn(finding.data, 'actions');
    const condition = plain('StringEquals', 'aws:ResourceAccount', [
      today.role.accountId,
    ]);
    yield placesOf(finding).map(at =>
      actions.length > 0
        ? conditionOn(at, actions, condition)
        : {
            kind: 'add-condition',
            at,
            condition,
            to: { part: 'statement' },
          },
    );
  }
}

/**
 * A condition that holds without values asks for one. Of other conditions that hold always, only the owner knows what they
 * were meant to compare.
 */
export function* askForValues(
  finding: Finding,
  { policies }: Situation,
): Generator<Change[]> {
  const keys = stringsIn(finding.data, 'keys');
  for (const at of placesOf(finding)) {
    yield (statementAt(policies, at)?.conditions ?? [])
      .filter(({ set, key }) => set === 'ForAllValues' && keys.includes(key))
      .map(({ key }) => ({
        kind: 'add-condition',
        at,
        condition: plain('Null', key, ['false']),
        to: { part: 'statement' },
      }));
  }
}

function conditionOn(
  at: string,
  actions: readonly string[],
  condition: Condition,
): Change {
  return {
    kind: 'add-condition',
    at,
    condition,
    to: { part: 'actions', actions },
  };
}

/** A condition without set operator and `IfExists`. */
export function plain(
  operator: string,
  key: string,
  values: readonly string[],
): Condition {
  return { operator, set: null, ifExists: false, key, values };
}
