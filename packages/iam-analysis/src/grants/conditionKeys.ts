import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';

// Keys that tie the request to an account, a network, a tag or a service. Not those of the principal's own account, name
// or organization: in a policy of a role they say the same of every request, mostly that it may pass.
export const SCOPING_KEYS =
  /^(aws:(resourcetag\/.+|principaltag\/.+|resourceaccount|resourceorgid|resourceorgpaths|sourcevpc|sourcevpce|sourcevpcarn|sourceip|vpcsourceip|sourcearn|sourceaccount|sourceorgid|sourceorgpaths|calledvia|calledviafirst|calledvialast)|[a-z0-9-]+:resourcetag\/.+|iam:(passedtoservice|permissionsboundary|policyarn)|kms:viaservice|ecs:cluster)$/;

// What narrows a request only as far as its sender likes, or says the same of every request of the role.
export const WEAK_KEYS =
  /^(aws:(requestedregion|currenttime|epochtime|useragent|referer|principal.*|userid|username)|ec2:region)$/;

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Availability"
export const ALWAYS_PRESENT =
  /^aws:(currenttime|epochtime|principalarn|principalaccount|principaltype|userid|requestedregion|securetransport|viaawsservice)$/;

/** Whether requests without the key are likely: those of other services, and tags that nobody gave. */
export function mayBeAbsent(key: string): boolean {
  return !key.startsWith('aws:') || /^aws:(requesttag\/|tagkeys$)/.test(key);
}

/** Whether a condition holds for every value of its key. */
export function takesAnyValue({ operator, values }: Condition): boolean {
  return (
    takesAnyText(operator, values) ||
    (/^ipaddress$/i.test(operator) &&
      values.some(value => /^(0\.0\.0\.0|::)\/0$/.test(value)))
  );
}

/** Whether an operator holds for every text that one of the values takes in. */
export function takesAnyText(
  operator: string,
  values: readonly string[],
): boolean {
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
export function passesWithoutKey(
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

export function isTrue(value: string): boolean {
  return value.toLowerCase() === 'true';
}

export function isFalse(value: string): boolean {
  return value.toLowerCase() === 'false';
}
