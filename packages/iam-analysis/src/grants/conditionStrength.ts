import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';

/**
 * How much the conditions of a statement hold back, from nothing to much. `vacuous`: they look like a guard, and every
 * request passes.
 *
 * @public
 */
export type ConditionStrength = 'none' | 'vacuous' | 'weak' | 'scoping';

const ORDER: readonly ConditionStrength[] = [
  'none',
  'vacuous',
  'weak',
  'scoping',
];

/**
 * @param conditions - all must hold, so the strongest decides
 * @remarks
 * A key in neither list is weak. Which keys an action really offers needs the table of actions; until then a key that
 * belongs to one service does not count as a bound.
 * @public
 */
export function conditionStrength(
  conditions: readonly Condition[],
): ConditionStrength {
  return conditions
    .map(condition => strengthOf(condition, conditions))
    .reduce(strongerOf, 'none');
}

/** The one that holds back more. */
export function strongerOf(
  a: ConditionStrength,
  b: ConditionStrength,
): ConditionStrength {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/**
 * Whether every request meets the conditions for certain. That is more than "not known to hold anything back": a Deny of
 * requests without TLS (`aws:SecureTransport` is `false`) denies none of those that there are.
 */
export function holdAlways(conditions: readonly Condition[]): boolean {
  return conditions.every(holdsAlways);
}

// Keys that tie the request to an account, a network, a tag or a service. Not those of the principal's own account, name
// or organization: in a policy of a role they say the same of every request, mostly that it may pass.
const SCOPING_KEYS =
  /^(aws:(resourcetag\/.+|principaltag\/.+|resourceaccount|resourceorgid|resourceorgpaths|sourcevpc|sourcevpce|sourcevpcarn|sourceip|vpcsourceip|sourcearn|sourceaccount|sourceorgid|sourceorgpaths|calledvia|calledviafirst|calledvialast)|[a-z0-9-]+:resourcetag\/.+|iam:(passedtoservice|permissionsboundary|policyarn)|kms:viaservice|ecs:cluster)$/;

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Availability"
const ALWAYS_PRESENT =
  /^aws:(currenttime|epochtime|principalarn|principalaccount|principaltype|userid|requestedregion|securetransport|viaawsservice)$/;

function strengthOf(
  condition: Condition,
  all: readonly Condition[],
): ConditionStrength {
  const key = condition.key.toLowerCase();
  const operator = condition.operator.toLowerCase();
  if (operator === 'null') {
    return strengthOfNull(key, condition.values);
  }
  if (
    key === 'aws:securetransport' ||
    takesAnyValue(condition) ||
    passesWithoutKey(condition, all)
  ) {
    return 'vacuous';
  }
  const negated = operatorTraits(operator)?.negated ?? true;
  return SCOPING_KEYS.test(key) && !negated && !condition.ifExists
    ? 'scoping'
    : 'weak';
}

function holdsAlways({
  operator,
  set,
  ifExists,
  key: written,
  values,
}: Condition): boolean {
  const key = written.toLowerCase();
  const isPresent = ALWAYS_PRESENT.test(key);
  switch (operator.toLowerCase()) {
    case 'null':
      return isPresent && values.some(isFalse);
    case 'bool':
      // The endpoints of AWS take requests over TLS only.
      return key === 'aws:securetransport' && values.some(isTrue);
    default:
      return (
        (isPresent || ifExists || set === 'ForAllValues') &&
        takesAnyText(operator, values)
      );
  }
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === 'true';
}

function isFalse(value: string): boolean {
  return value.toLowerCase() === 'false';
}

// `Null: { key: false }` asks that the key be there.
function strengthOfNull(
  key: string,
  values: readonly string[],
): ConditionStrength {
  if (ALWAYS_PRESENT.test(key)) {
    return 'vacuous';
  }
  const asksForKey = values.every(isFalse);
  return asksForKey && SCOPING_KEYS.test(key) ? 'scoping' : 'weak';
}

function takesAnyValue({ operator, values }: Condition): boolean {
  return (
    takesAnyText(operator, values) ||
    (/^ipaddress$/i.test(operator) &&
      values.some(value => /^(0\.0\.0\.0|::)\/0$/.test(value)))
  );
}

function takesAnyText(operator: string, values: readonly string[]): boolean {
  const traits = operatorTraits(operator);
  return (
    traits !== undefined &&
    traits.wildcards &&
    !traits.negated &&
    values.some(value => /^\*+$/.test(value))
  );
}

// "ForAllValues ... returns true if there are no context keys in the request."
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
function passesWithoutKey(
  { set, key }: Condition,
  all: readonly Condition[],
): boolean {
  const isGuarded = all.some(
    other =>
      other.operator.toLowerCase() === 'null' &&
      other.key.toLowerCase() === key.toLowerCase() &&
      other.values.every(isFalse),
  );
  return set === 'ForAllValues' && !isGuarded;
}
