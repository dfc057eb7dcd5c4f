import {
  conditionOperators,
  operatorTraits,
  type OperatorTraits,
} from './conditionOperators';
import type { Condition } from './types';

/** The parts of a written operator, such as `ForAnyValue:StringLikeIfExists`; no traits when IAM does not know it. */
export type WrittenOperator = Pick<
  Condition,
  'operator' | 'set' | 'ifExists'
> & { readonly traits: OperatorTraits | undefined };

/**
 * @param written - the key of a condition block, in any letter case
 * @returns its parts; the operator itself stays as it was written
 */
export function takeApart(written: string): WrittenOperator {
  return USUAL.get(written) ?? takenApart(written);
}

const SETS = ['ForAllValues', 'ForAnyValue'] as const;
const SUFFIX = 'IfExists';

function takenApart(written: string): WrittenOperator {
  const lower = written.toLowerCase();
  const set =
    SETS.find(name => lower.startsWith(`${name.toLowerCase()}:`)) ?? null;
  const ifExists = lower.endsWith(SUFFIX.toLowerCase());
  const operator = written.slice(
    set === null ? 0 : set.length + 1,
    ifExists ? -SUFFIX.length : undefined,
  );
  return { operator, set, ifExists, traits: traitsOf({ operator, ifExists }) };
}

/**
 * The traits of an operator with its `IfExists`, which goes with "any operator except Null"; `undefined` when IAM does not
 * know it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 */
export function traitsOf({
  operator,
  ifExists,
}: Pick<Condition, 'operator' | 'ifExists'>): OperatorTraits | undefined {
  const traits = operatorTraits(operator);
  return ifExists && traits?.family === 'null' ? undefined : traits;
}

// Nearly every policy spells its operators as AWS does, and taking apart what is always the same costs more than the
// rest of the condition.
const USUAL: ReadonlyMap<string, WrittenOperator> = new Map(
  conditionOperators
    .flatMap(name => ['', ...SETS.map(set => `${set}:`)].map(set => set + name))
    .flatMap(name => [name, name + SUFFIX])
    .map(name => [name, takenApart(name)]),
);

/** Whether a known operator is written in the letter case of AWS's documentation. */
export function isUsuallyWritten(written: string): boolean {
  return USUAL.has(written);
}

/** An operator as a policy writes it. */
export function writeOperator({
  operator,
  set,
  ifExists,
}: Pick<Condition, 'operator' | 'set' | 'ifExists'>): string {
  return `${set ? `${set}:` : ''}${operator}${ifExists ? SUFFIX : ''}`;
}

/**
 * All spellings of an operator that are taken apart into the same parts, the usual one first. Where there is neither set
 * prefix nor `IfExists`, the operator itself has to change its letter case.
 */
export function* spellingsOf(
  parts: Pick<Condition, 'operator' | 'set' | 'ifExists'>,
): Generator<string> {
  const { operator, set, ifExists } = parts;
  const prefix = set ? `${set}:` : '';
  const suffix = ifExists ? SUFFIX : '';
  const isFixed = prefix !== '' || suffix !== '';
  const free = isFixed ? prefix + suffix : operator;
  const letters = free.replace(/[^a-z]/gi, '').length;
  for (let number = 0; number < 2 ** letters; number++) {
    const spelling = respelt(free, number);
    yield isFixed
      ? spelling.slice(0, prefix.length) +
        operator +
        spelling.slice(prefix.length)
      : spelling;
  }
}

// The letters whose bits are set change their case.
function respelt(text: string, number: number): string {
  let rest = number;
  return text.replace(/[a-z]/gi, letter => {
    const isOther = rest % 2 === 1;
    rest = Math.floor(rest / 2);
    return isOther ? otherCase(letter) : letter;
  });
}

function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return letter === upper ? letter.toLowerCase() : upper;
}
