import { keyTemplate, someHaveKey } from '../catalogue/actionIndex';
import type { ActionSet } from '../catalogue/actionSet';
import { signatureOf } from '../catalogue/catalogue';
import { globalKeys, type ConditionKeys } from '../catalogue/ServiceTable';
import { oncePer } from './oncePer';
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
 * @param action - the action that they are about: the catalogue knows which keys its requests have. Absent: a key that
 *   belongs to one service does not count as a bound
 * @public
 */
export function conditionStrength(
  conditions: readonly Condition[],
  action?: number,
): ConditionStrength {
  if (conditions.length === 0) {
    return 'none';
  }
  return strengthsOf(conditions).for(action);
}

/**
 * @param conditions - of a statement
 * @returns how strong they are for every action; `null` when that differs from one to the other
 */
export function strengthForEveryAction(
  conditions: readonly Condition[],
): ConditionStrength | null {
  return conditions.length === 0 ? 'none' : strengthsOf(conditions).always;
}

const strengthsOf = oncePer(
  (conditions: readonly Condition[]) => new Strengths(conditions),
);

/** How strong conditions are, action by action: that differs only by what the catalogue says of their keys. */
class Strengths {
  readonly #conditions: readonly Condition[];
  /** `null` when it depends on the action. */
  readonly always: ConditionStrength | null;
  /** Of each condition, its key and the template of it. */
  readonly #names: readonly (readonly [string, string])[];
  readonly #byKeys = new Map<ConditionKeys, ConditionStrength>();
  readonly #byCardinalities = new Map<string, ConditionStrength>();

  constructor(conditions: readonly Condition[]) {
    this.#conditions = conditions;
    this.always = conditions.some(dependsOnAction)
      ? null
      : strengthOfAll(conditions, null);
    this.#names = conditions.map(condition => {
      const key = condition.key.toLowerCase();
      return [key, keyTemplate(key)];
    });
  }

  for(action: number | undefined): ConditionStrength {
    if (this.always !== null) {
      return this.always;
    }
    if (action === undefined) {
      return strengthOfAll(this.#conditions, null);
    }
    const keys = signatureOf(action).conditionKeys;
    let strength = this.#byKeys.get(keys);
    if (strength === undefined) {
      strength = this.#under(keys);
      this.#byKeys.set(keys, strength);
    }
    return strength;
  }

  #under(keys: ConditionKeys): ConditionStrength {
    const cardinalities = this.#names
      .map(([key, template]) => keys.get(key) ?? keys.get(template))
      .join();
    let strength = this.#byCardinalities.get(cardinalities);
    if (strength === undefined) {
      strength = strengthOfAll(this.#conditions, keys);
      this.#byCardinalities.set(cardinalities, strength);
    }
    return strength;
  }
}

function strengthOfAll(
  conditions: readonly Condition[],
  keys: ConditionKeys | null,
): ConditionStrength {
  return conditions
    .map(condition => strengthOf(condition, conditions, keys))
    .reduce(strongerOf, 'none');
}

// Most conditions are on keys that mean the same for every action.
function dependsOnAction({ key, set, ifExists }: Condition): boolean {
  const lower = key.toLowerCase();
  return (
    !isOfNoAction(lower) &&
    (ifExists ||
      set === 'ForAllValues' ||
      (!SCOPING_KEYS.test(lower) &&
        !WEAK_KEYS.test(lower) &&
        lower !== 'aws:securetransport'))
  );
}

// Such as a global key that AWS has added since.
function isOfNoAction(key: string): boolean {
  return (
    key.startsWith('aws:') &&
    !globalKeys().has(key) &&
    !globalKeys().has(keyTemplate(key))
  );
}

/** The one that holds back more. */
export function strongerOf(
  a: ConditionStrength,
  b: ConditionStrength,
): ConditionStrength {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/**
 * Why a condition holds nothing back.
 *
 * - `transport`: it asks for TLS
 * - `any-value`: every value will do; the key has to be there
 * - `present-key`: it asks whether a key is there that always is
 * - `absent-key`: it holds when the key is absent, and it always is
 * - `no-values`: `ForAllValues` holds when the request has no value at all
 */
export type Vacuity =
  | 'transport'
  | 'any-value'
  | 'present-key'
  | 'absent-key'
  | 'no-values';

/**
 * Why a condition is vacuous for every one of some actions.
 *
 * @param condition - one of the conditions of a statement
 * @param all - all of them: a `Null` test of the same key makes `ForAllValues` a guard
 * @param actions - those that the statement is about
 * @returns `null` when it holds something back, with one of the actions or more
 */
export function vacuityOf(
  condition: Condition,
  all: readonly Condition[],
  actions: ActionSet,
): Vacuity | null {
  const key = condition.key.toLowerCase();
  if (condition.operator.toLowerCase() === 'null') {
    return ALWAYS_PRESENT.test(key) ? 'present-key' : null;
  }
  if (key === 'aws:securetransport') {
    return 'transport';
  }
  if (takesAnyValue(condition)) {
    return 'any-value';
  }
  if (condition.ifExists && isNeverThere(key, actions)) {
    return 'absent-key';
  }
  return passesWithoutKey(condition, all) &&
    !someHaveKey(actions, key, 'several')
    ? 'no-values'
    : null;
}

function isNeverThere(key: string, actions: ActionSet): boolean {
  return mayBeAbsent(key) && !someHaveKey(actions, key);
}

/**
 * Whether a condition fails for certain, for every request of some actions: it needs a key that none of them has, or the
 * absence of one that is always there. Requests without TLS there are: some endpoints of AWS answer them.
 */
export function neverHolds(
  { operator, set, ifExists, key: written, values }: Condition,
  actions: ActionSet,
): boolean {
  const key = written.toLowerCase();
  if (operator.toLowerCase() === 'null') {
    return ALWAYS_PRESENT.test(key)
      ? !values.some(isFalse)
      : isNeverThere(key, actions) && values.every(isFalse);
  }
  const needsKey = !ifExists && set !== 'ForAllValues';
  const negated = operatorTraits(operator)?.negated ?? true;
  return needsKey && !negated && isNeverThere(key, actions);
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
  keys: ConditionKeys | null,
): ConditionStrength {
  const key = condition.key.toLowerCase();
  const operator = condition.operator.toLowerCase();
  if (operator === 'null') {
    return strengthOfNull(key, condition.values);
  }
  if (key === 'aws:securetransport' || takesAnyValue(condition)) {
    return 'vacuous';
  }
  if (condition.ifExists && isAbsent(key, keys)) {
    return 'vacuous';
  }
  if (passesWithoutKey(condition, all)) {
    return strengthWithoutGuard(key, keys);
  }
  const negated = operatorTraits(operator)?.negated ?? true;
  return bindsResources(key, keys) && !negated && !condition.ifExists
    ? 'scoping'
    : 'weak';
}

function bindsResources(key: string, keys: ConditionKeys | null): boolean {
  return (
    SCOPING_KEYS.test(key) ||
    (!WEAK_KEYS.test(key) && cardinalityOf(key, keys) !== undefined)
  );
}

// A request that has no value at all passes: the caller of most actions may leave tags out. What a service sets itself,
// such as the leading keys of a table, is there for every action that has it.
function strengthWithoutGuard(
  key: string,
  keys: ConditionKeys | null,
): ConditionStrength {
  if (cardinalityOf(key, keys) !== 'several') {
    return 'vacuous';
  }
  return key.startsWith('aws:') ? 'weak' : 'scoping';
}

function cardinalityOf(key: string, keys: ConditionKeys | null) {
  return keys?.get(key) ?? keys?.get(keyTemplate(key));
}

// Keys of a service are only there for the actions that the catalogue names them for. Most global keys may always be.
function isAbsent(key: string, keys: ConditionKeys | null): boolean {
  return (
    keys !== null && mayBeAbsent(key) && cardinalityOf(key, keys) === undefined
  );
}

function mayBeAbsent(key: string): boolean {
  return !key.startsWith('aws:') || /^aws:(requesttag\/|tagkeys$)/.test(key);
}

const WEAK_KEYS =
  /^(aws:(requestedregion|currenttime|epochtime|useragent|referer|principal.*|userid|username)|ec2:region)$/;

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
