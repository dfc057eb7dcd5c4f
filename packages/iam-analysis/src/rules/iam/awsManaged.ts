/**
 * Whether AWS writes and changes a policy: no owner of a role can correct its text.
 *
 * @param arn - of the policy; `null` for an inline one
 */
export function isAwsManaged(arn: string | null): boolean {
  return arn !== null && AWS_MANAGED.test(arn);
}

/**
 * Whether a statement stands in such a policy.
 *
 * @param at - its place, as findings have it
 */
export function isWrittenByAws(at: string): boolean {
  const [kind] = at.split(':', 1);
  return (
    (kind === 'managed' || kind === 'boundary') &&
    AWS_MANAGED.test(at.slice(kind.length + 1))
  );
}

// The account of AWS managed policies reads `aws`, in every partition.
const AWS_MANAGED = /^arn:aws[a-z-]*:iam::aws:policy\//;
