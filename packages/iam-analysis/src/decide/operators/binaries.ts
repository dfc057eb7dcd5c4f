import { asWritten, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

/**
 * `BinaryEquals`: "byte for byte against a base-64 encoded representation of the binary value in the policy". The value
 * of the request is taken in base 64 too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export function compareBinaries(given: string, wanted: PolicyText): Comparison {
  const left = base64(given);
  const right = base64(asWritten(wanted));
  return left === null || right === null
    ? 'unreadable'
    : comparison(left === right);
}

// Without the padding, which says nothing of the bytes.
function base64(text: string): string | null {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? text.replace(/=+$/, '') : null;
}
