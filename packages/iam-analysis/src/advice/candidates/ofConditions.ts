import type { Finding } from '../../analysis/finding';
import { escalations } from '../../catalogue/categories/escalations';
import { findAction } from '../../catalogue/catalogue';
import type { Condition } from '../../policy/types';
import type { Change } from '../change/change';
import { placesOf, stringIn } from '../findingData';
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

/** The condition whose key the finding names, where its one value that makes sense is known; else the action goes. */
export function* addMissingKey(finding: Finding, situation: Situation) {
  switch (stringIn(finding.data, 'key')?.toLowerCase()) {
    case 'iam:passedtoservice':
      yield* bindPassRole(finding, situation);
      return;
    case 'kms:grantisforawsresource':
      yield placesOf(finding).map(at =>
        conditionOn(
          at,
          ['kms:CreateGrant'],
          plain('Bool', 'kms:GrantIsForAWSResource', ['true']),
        ),
      );
      return;
    default:
  }
}

/** Only resources of the account of the role. */
export function* bindResourceAccount(
  finding: Finding,
  { today }: Situation,
): Generator<Change[]> {
  if (today.role) {
    const condition = plain('StringEquals', 'aws:ResourceAccount', [
      today.role.accountId,
    ]);
    yield placesOf(finding).map(at => ({
      kind: 'add-condition',
      at,
      condition,
      to: { part: 'statement' },
    }));
  }
}

/** A condition that an absent key passes asks for the key. */
export function* closeLoophole(
  finding: Finding,
  { policies }: Situation,
): Generator<Change[]> {
  const key = stringIn(finding.data, 'key')?.toLowerCase();
  for (const at of placesOf(finding)) {
    const conditions = (statementAt(policies, at)?.conditions ?? []).filter(
      each => key === undefined || each.key.toLowerCase() === key,
    );
    yield conditions.flatMap(each => closed(at, each));
  }
}

function closed(at: string, condition: Condition): Change[] {
  if (condition.set === 'ForAllValues') {
    return [
      {
        kind: 'add-condition',
        at,
        condition: plain('Null', condition.key, ['false']),
        to: { part: 'statement' },
      },
    ];
  }
  return condition.ifExists
    ? [
        {
          kind: 'replace-condition',
          at,
          from: condition,
          to: { ...condition, ifExists: false },
        },
      ]
    : [];
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
