import {
  conditionStrength,
  strongerOf,
  type ConditionStrength,
} from '../../grants/conditionStrength';
import { operatorTraits } from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';
import { matches } from '../../policy/wildcard';

/**
 * How much conditions hold back who may assume a role. Keys of the caller, which in a policy of a role say the same of
 * every request, tell here one caller from another. Not the name of the session: the caller chooses it.
 *
 * @param conditions - all must hold, so the strongest decides
 * @param accountId - from which the callers are, all of the same organization then; `null`: from anywhere
 */
export function trustStrength(
  conditions: readonly Condition[],
  accountId: string | null,
): ConditionStrength {
  // What each caller of the account meets does not tell them apart.
  const telling = conditions.filter(
    condition =>
      (accountId === null || !OF_ACCOUNT.test(condition.key.toLowerCase())) &&
      !admitsAnyArn(condition, accountId) &&
      !admitsAnyOrganization(condition),
  );
  const strength = conditionStrength(telling);
  return bindingOn(telling, CALLER).some(({ operator }) => !isNull(operator))
    ? strongerOf('scoping', strength)
    : strongerOf(strength, conditions.length > 0 ? 'vacuous' : 'none');
}

const CALLER =
  /^(aws:(principalorgid|principalorgpaths|principalaccount|principalarn|principaltag\/.+|principalservicename|principalservicenameslist|userid|username)|sts:externalid|.+:(aud|sub))$/;

const OF_ACCOUNT = /^aws:principal(orgid|orgpaths|account)$/;

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];

function admitsAnyArn(
  { key, values }: Condition,
  accountId: string | null,
): boolean {
  return (
    key.toLowerCase() === 'aws:principalarn' &&
    values.some(value =>
      accountId === null
        ? isOfAnyAccount(value)
        : PARTITIONS.some(partition =>
            matches(value, `arn:${partition}:iam::${accountId}:role/anyone`),
          ),
    )
  );
}

// Whatever the name of the role: a stranger can make one of that name.
function isOfAnyAccount(arn: string): boolean {
  return matches(arn.split(':')[4] ?? '*', '000000000000');
}

// Ids of organizations start so: "o-*" is all of them.
function admitsAnyOrganization({ key, operator, values }: Condition): boolean {
  return (
    /^aws:principalorg(id|paths)$/.test(key.toLowerCase()) &&
    operatorTraits(operator)?.wildcards === true &&
    values.some(value => /^(o-)?[*?]+(\/|$)/.test(value))
  );
}

/**
 * Conditions on a key that are met only by a request that has the key, with one of the values. One that an absent key
 * passes (`...IfExists`, `ForAllValues`), that every value passes, or that names what is not to be, is left out.
 *
 * @param key - matches the key in lower case
 */
export function bindingOn(
  conditions: readonly Condition[],
  key: RegExp,
): Condition[] {
  return conditions.filter(
    condition =>
      key.test(condition.key.toLowerCase()) &&
      !condition.ifExists &&
      isPositive(condition) &&
      conditionStrength([condition]) !== 'vacuous',
  );
}

/** Whether a condition names what is to be, by an operator that IAM knows. */
export function isPositive({ operator }: Condition): boolean {
  return operatorTraits(operator)?.negated === false;
}

/**
 * Whether the caller must belong to an organization: a named one, or the organization of the role.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function namesOrganization(conditions: readonly Condition[]): boolean {
  const telling = conditions.filter(each => !admitsAnyOrganization(each));
  return (
    valuesOn(telling, /^aws:principalorg(id|paths)$/).length > 0 ||
    valuesOn(conditions, /^aws:resourceorgid$/).some(value =>
      /^\$\{aws:principalorgid\}$/i.test(value),
    )
  );
}

/** An external id that is written out. One that may be any text is known to everybody. */
export function asksForExternalId(conditions: readonly Condition[]): boolean {
  return bindingOn(conditions, /^sts:externalid$/).some(
    ({ operator, values }) =>
      /^string(equals|equalsignorecase|like)$/i.test(operator) &&
      values.every(value => !isOpen(operator, value)),
  );
}

function isOpen(operator: string, value: string): boolean {
  return operatorTraits(operator)?.wildcards
    ? /[*?]/.test(value)
    : value === '*';
}

/**
 * Whether the caller must have signed in with a second factor. `BoolIfExists` does not ask for it: the key is absent
 * from requests with long-term keys.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function asksForMfa(conditions: readonly Condition[]): boolean {
  const isPresent = bindingOn(conditions, /^aws:multifactorauthpresent$/).some(
    ({ operator, values }) =>
      !isNull(operator) && values.every(value => /^true$/i.test(value)),
  );
  const hasAge = bindingOn(conditions, /^aws:multifactorauthage$/).some(
    ({ operator, values }) =>
      /^numericlessthan(equals)?$/i.test(operator) ||
      (isNull(operator) && values.every(value => /^false$/i.test(value))),
  );
  return isPresent || hasAge;
}

function valuesOn(conditions: readonly Condition[], key: RegExp): string[] {
  return bindingOn(conditions, key)
    .filter(({ operator }) => !isNull(operator))
    .flatMap(({ values }) => values);
}

function isNull(operator: string): boolean {
  return operator.toLowerCase() === 'null';
}
