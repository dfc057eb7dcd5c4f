import type { Principal } from '../../policy/types';

/**
 * Whether a principal stands for everyone in every account: `*`, `{ "AWS": "*" }`, or the root of any account.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function isAnyone({ type, value }: Principal): boolean {
  switch (type) {
    case '*':
      return true;
    case 'AWS':
      return /^\*+$/.test(value) || ROOT_OF_ANY_ACCOUNT.test(value);
    case 'Service':
    case 'Federated':
    case 'CanonicalUser':
      return false;
    default:
      return type satisfies never;
  }
}

const ROOT_OF_ANY_ACCOUNT = /^arn:[^:]+:iam::\*+:(root|\*+)$/;

/** An AWS principal by its account. */
export type AccountPrincipal = Readonly<{
  accountId: string;
  /** The account as a whole: each of its principals whose own policies say so. */
  isWhole: boolean;
}>;

/**
 * @returns `null` for other types, for everyone, and for the unique id (`AROA...`) that IAM shows in place of a principal
 * that was deleted: it tells no account, and nobody can be that principal any more
 */
export function accountPrincipal({
  type,
  value,
}: Principal): AccountPrincipal | null {
  if (type !== 'AWS') {
    return null;
  }
  if (/^\d{12}$/.test(value)) {
    return { accountId: value, isWhole: true };
  }
  const match = /^arn:[^:]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(value);
  return match && { accountId: match[1], isWhole: match[2] === 'root' };
}

/** The account of an AWS principal; see {@link accountPrincipal}. */
export function accountOf(principal: Principal): string | null {
  return accountPrincipal(principal)?.accountId ?? null;
}
