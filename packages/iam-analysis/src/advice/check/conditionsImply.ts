import { operatorTraits } from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';
import { covers } from '../../policy/wildcard';

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
  return (
    strong.key.toLowerCase() === weak.key.toLowerCase() &&
    (asksForKey(weak)
      ? bringsKey(strong)
      : comparesAsStrictly(strong, weak) && narrows(strong, weak))
  );
}

function asksForKey({ operator, values }: Condition): boolean {
  return isNull(operator) && values.every(each => /^false$/i.test(each));
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

function narrows(strong: Condition, weak: Condition): boolean {
  const traits = operatorTraits(weak.operator);
  if (traits === undefined) {
    return sameValues(strong, weak);
  }
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
  return traits?.wildcards ? covers(outer, inner) : outer === inner;
}

function sameValues(a: Condition, b: Condition): boolean {
  return (
    a.values.length === b.values.length &&
    a.values.every(value => b.values.includes(value))
  );
}
