import type { OperatorTraits } from '../../policy/conditionOperators';
import { matchesUnescaped } from '../../policy/wildcard';
import { asPattern, asWritten, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

/**
 * `StringEquals`, `StringEqualsIgnoreCase`, `StringLike` and their negations.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export function compareStrings(
  given: string,
  wanted: PolicyText,
  {
    wildcards,
    ignoresCase,
  }: Extract<OperatorTraits, Readonly<{ family: 'string' }>>,
): Comparison {
  if (wildcards) {
    return comparison(matchesUnescaped(asPattern(wanted), given));
  }
  const text = asWritten(wanted);
  return comparison(
    ignoresCase ? given.toLowerCase() === text.toLowerCase() : given === text,
  );
}
