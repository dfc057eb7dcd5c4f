import type { OperatorTraits } from '../policy/conditionOperators';
import { readBoolean } from '../policy/conditionValues';
import type { Condition } from '../policy/types';
import { traitsOf } from '../policy/writtenOperator';
import { compare } from './operators/compare';
import type { Comparison } from './operators/comparison';
import { plainText, replaceVariables } from './policyText';
import type { ContextValue, RequestContext } from './requestContext';

/** Whether a condition holds, and whether that is for sure. */
export type ConditionVerdict = Readonly<{
  holds: boolean;
  /** It was judged without knowing all: with what is missing, it may come out otherwise. */
  isOpen: boolean;
  /** The keys that are missing. */
  lacks: readonly string[];
}>;

/**
 * Judges one condition. The values of a key are joined by OR, those of a negated operator by NOR.
 *
 * @param replacesVariables - in the new policy language only
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function judgeCondition(
  condition: Condition,
  context: RequestContext,
  replacesVariables: boolean,
): ConditionVerdict {
  const { key, set, values } = condition;
  const traits = traitsOf(condition);
  if (traits === undefined) {
    return { holds: false, isOpen: true, lacks: [] };
  }
  const given = context.get(key.toLowerCase());
  if (given === undefined) {
    const holds = holdsWithoutKey(condition, traits);
    return { holds, isOpen: true, lacks: [key] };
  }
  if (traits.family === 'null') {
    const holds = asksForNull(values, isNull(given));
    return { holds, isOpen: false, lacks: [] };
  }
  const wanted = values.map(value =>
    replacesVariables && traits.variables
      ? replaceVariables(value, context)
      : plainText(value),
  );
  // What comes of each value of the request with each value of the policy.
  const table = [given]
    .flat()
    .map(value => wanted.map(text => compare(value, text, traits)));
  const holdsWhere = (isMatch: (result: Comparison) => boolean) =>
    joined(
      set,
      given,
      table.map(results => results.some(isMatch) !== traits.negated),
    );
  const isOpen =
    holdsWhere(result => result === 'match') !==
    holdsWhere(result => result !== 'mismatch');
  return {
    holds: holdsWhere(result => isTakenForMatch(result, traits)),
    isOpen,
    lacks: isOpen ? wanted.flatMap(({ lacks }) => lacks) : [],
  };
}

// "If the key that you specify in a policy condition is not present in the request context, the values do not match and
// the condition is false. If the policy condition requires that the key is not matched, [...] the condition is true."
// ForAllValues "returns true if there are no context keys in the request", ForAnyValue false; "...IfExists": true.
function holdsWithoutKey(
  { set, ifExists, values }: Condition,
  { family, negated }: OperatorTraits,
): boolean {
  if (family === 'null') {
    return asksForNull(values, true);
  }
  return ifExists || (set === null ? negated : set === 'ForAllValues');
}

// `true` asks that the key be absent, `false` that it "exists and its value is not null".
// Source: reference_policies_elements_condition_operators.html#Conditions_Null
function asksForNull(values: readonly string[], isAbsent: boolean): boolean {
  return values.some(value => readBoolean(value) === isAbsent);
}

// "If the context key value resolves to a null dataset, such as an empty string", a set operator takes it for absent, and
// `Null` with `false` is what the page names against that.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition_examples-multi-valued-context-keys.html
function isNull(given: ContextValue): boolean {
  return [given].flat().every(value => value === '');
}

// "Multivalued context keys require a condition set operator": without one, no condition holds for them.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
function joined(
  set: Condition['set'],
  given: ContextValue,
  held: readonly boolean[],
): boolean {
  switch (set) {
    case 'ForAllValues':
      return isNull(given) || held.every(Boolean);
    case 'ForAnyValue':
      return !isNull(given) && held.some(Boolean);
    case null:
      return typeof given === 'string' && held[0];
    default:
      return set satisfies never;
  }
}

// "Inverted condition operators such as StringNotEquals or StringNotLike do match against a null value", that of a
// variable without value. What cannot be compared keeps any condition from holding.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
function isTakenForMatch(
  result: Comparison,
  { negated }: OperatorTraits,
): boolean {
  switch (result) {
    case 'match':
      return true;
    case 'mismatch':
    case 'no-value':
      return false;
    case 'unreadable':
      return negated;
    default:
      return result satisfies never;
  }
}
