/**
 * The account and partition of the role whose grants are judged: what "all of the account" means.
 *
 * @public
 */
export type Home = Readonly<{ partition: string; accountId: string }>;

/**
 * @param role - as a rule's context has it
 * @returns where the role lives; for no role, every account, so that only patterns for all of them reach everything
 * @public
 */
export function homeOf(
  role: Readonly<{ arn: string; accountId: string }> | null,
): Home {
  return {
    partition: role?.arn.split(':')[1] || 'aws',
    accountId: role?.accountId || '*',
  };
}

/** Every IAM role of the account, as a pattern. */
export function everyRole({ partition, accountId }: Home): string {
  return `arn:${partition}:iam::${accountId}:role/*`;
}
