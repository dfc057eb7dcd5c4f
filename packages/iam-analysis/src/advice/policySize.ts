import { documentOf } from './print/printJson';
import type { ProposedPolicy } from '../policy/proposedPolicy';

/**
 * The most characters that the inline policies of a role may have together, and its trust policy at the quota that AWS
 * sets at first.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_INLINE = 10_240;
const MOST_TRUST = 2_048;

/**
 * Whether IAM takes the policies: none is too long, and the trust policy lets somebody in. What is too long today may stay
 * as long.
 *
 * @param before - the policies of today
 * @param after - the proposed ones
 */
export function fitsInto(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
): boolean {
  return (
    inlineSize(after) <= Math.max(MOST_INLINE, inlineSize(before)) &&
    trustSize(after) <= Math.max(MOST_TRUST, trustSize(before)) &&
    after.every(({ statements }) => statements.length > 0)
  );
}

function inlineSize(policies: readonly ProposedPolicy[]): number {
  return sizeOf(policies.filter(({ id }) => id.startsWith('inline:')));
}

function trustSize(policies: readonly ProposedPolicy[]): number {
  return sizeOf(policies.filter(({ kind }) => kind === 'trust'));
}

// "IAM doesn't count white space when calculating the size of a policy against these quotas."
function sizeOf(policies: readonly ProposedPolicy[]): number {
  return policies.reduce(
    (sum, policy) =>
      sum + JSON.stringify(documentOf(policy)).replace(/\s/g, '').length,
    0,
  );
}
