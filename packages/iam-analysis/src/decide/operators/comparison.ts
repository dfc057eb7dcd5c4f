/**
 * What comes of comparing a value of the request with a value of the policy.
 *
 * - `no-value`: a variable in the value of the policy has none.
 * - `unreadable`: a value is not what the operator compares, such as `ten` for `NumericEquals`; AWS does not say what
 *   happens then.
 */
export type Comparison = 'match' | 'mismatch' | 'no-value' | 'unreadable';

/** @param isMatch - of two values that could be read */
export function comparison(isMatch: boolean): Comparison {
  return isMatch ? 'match' : 'mismatch';
}
