import { readBoolean } from '../../policy/conditionValues';
import { asWritten, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

/**
 * `Bool`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export function compareBooleans(given: string, wanted: PolicyText): Comparison {
  const left = readBoolean(given);
  const right = readBoolean(asWritten(wanted));
  return left === null || right === null
    ? 'unreadable'
    : comparison(left === right);
}
