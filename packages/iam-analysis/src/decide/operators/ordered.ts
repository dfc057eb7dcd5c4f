import type { OperatorTraits, Relation } from '../../policy/conditionOperators';
import { readDate, readNumber } from '../../policy/conditionValues';
import { asWritten, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

type Ordered = Extract<
  OperatorTraits,
  Readonly<{ family: 'numeric' | 'date' }>
>;

/**
 * `NumericEquals`, `NumericLessThan` and so on, and the same for dates.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function compareOrdered(
  given: string,
  wanted: PolicyText,
  { family, relation }: Ordered,
): Comparison {
  const read = family === 'date' ? readDate : readNumber;
  const left = read(given);
  const right = read(asWritten(wanted));
  return left === null || right === null
    ? 'unreadable'
    : comparison(stands(left, relation, right));
}

function stands(left: number, relation: Relation, right: number): boolean {
  switch (relation) {
    case 'equals':
      return left === right;
    case 'less':
      return left < right;
    case 'less-or-equals':
      return left <= right;
    case 'greater':
      return left > right;
    case 'greater-or-equals':
      return left >= right;
    default:
      return relation satisfies never;
  }
}
