import { arnSegments } from '../../policy/arnPattern';
import {
  operatorTraits,
  type OperatorTraits,
} from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';
import { covers } from '../../policy/wildcard';
import { traitsOf, writeOperator } from '../../policy/writtenOperator';

/**
 * Whether every request that meets the first conditions meets the others too. Condition by condition, by their text:
 * `false` means "not known to".
 */
export function conditionsImply(
  strong: readonly Condition[],
  weak: readonly Condition[],
): boolean {
  return weak.every(each => strong.some(other => implies(other, each)));
}

function implies(strong: Condition, weak: Condition): boolean {
  if (strong.key.toLowerCase() !== weak.key.toLowerCase()) {
    return false;
  }
  const traits = traitsOf(weak);
  if (traits === undefined) {
    // Nobody knows what such an operator compares.
    return isSameOperator(strong, weak) && sameValues(strong, weak);
  }
  return asksForKey(weak)
    ? bringsKey(strong)
    : comparesAsStrictly(strong, weak) && narrows(strong, weak, traits);
}

function isSameOperator(a: Condition, b: Condition): boolean {
  return writeOperator(a).toLowerCase() === writeOperator(b).toLowerCase();
}

function asksForKey({ operator, ifExists, values }: Condition): boolean {
  return (
    isNull(operator) && !ifExists && values.every(each => /^false$/i.test(each))
  );
}

// A condition that holds only for requests that have the key.
function bringsKey(condition: Condition): boolean {
  const { operator, set, ifExists } = condition;
  return (
    asksForKey(condition) ||
    (!isNull(operator) &&
      !ifExists &&
      set !== 'ForAllValues' &&
      operatorTraits(operator)?.negated === false)
  );
}

function isNull(operator: string): boolean {
  return /^null$/i.test(operator);
}

// Without a set operator, the one value of the request is asked for; that is all of its values.
function comparesAsStrictly(strong: Condition, weak: Condition): boolean {
  return (
    (strong.set === weak.set ||
      (strong.set === null && weak.set === 'ForAllValues')) &&
    (weak.ifExists || !strong.ifExists) &&
    (canonical(strong.operator) === canonical(weak.operator) ||
      LOOSER[canonical(strong.operator)]?.includes(canonical(weak.operator)) ===
        true)
  );
}

// "ArnEquals and ArnLike behave identically."
function canonical(operator: string): string {
  return operator
    .toLowerCase()
    .replace(/^arn(not)?like$/, (_, not = '') => `arn${not}equals`);
}

const LOOSER: Readonly<Record<string, readonly string[]>> = {
  stringequals: ['stringlike', 'stringequalsignorecase'],
  stringnotlike: ['stringnotequals'],
  stringnotequalsignorecase: ['stringnotequals'],
};

function narrows(
  strong: Condition,
  weak: Condition,
  traits: OperatorTraits,
): boolean {
  switch (traits.family) {
    case 'string':
    case 'arn': {
      const [inner, outer] = traits.negated ? [weak, strong] : [strong, weak];
      return inner.values.every(value =>
        outer.values.some(each => takesIn(each, value, outer.operator)),
      );
    }
    case 'numeric':
    case 'date':
    case 'bool':
    case 'binary':
    case 'ip':
    case 'null':
      return sameValues(strong, weak);
    default:
      return traits satisfies never;
  }
}

// The value of a plain operator has no wildcards: a star in it is a star.
function takesIn(outer: string, inner: string, operator: string): boolean {
  const traits = operatorTraits(operator);
  if (traits?.family === 'string' && traits.ignoresCase) {
    return outer.toLowerCase() === inner.toLowerCase();
  }
  if (traits?.family === 'arn') {
    return coversArn(outer, inner);
  }
  return traits?.wildcards ? covers(outer, inner) : outer === inner;
}

// "Each of the six colon-delimited components of the ARN is checked separately": a star does not reach the next one.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
function coversArn(outer: string, inner: string): boolean {
  const patterns = arnSegments(outer);
  const segments = arnSegments(inner);
  return patterns === null || segments === null
    ? outer === inner
    : patterns.every((pattern, index) => covers(pattern, segments[index]));
}

function sameValues(a: Condition, b: Condition): boolean {
  return (
    a.values.length === b.values.length &&
    a.values.every(value => b.values.includes(value))
  );
}
