import type { Gap } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredGap } from '../../inventory/Inventory';

/** Error codes by which AWS services say that a permission is missing. */
const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'NotAuthorized',
  'UnauthorizedException',
  'UnauthorizedOperation',
]);

/**
 * Tells people what could not be read, and what to do. The text that AWS gave is left out: it can name other people's
 * resources.
 *
 * @param gaps - as stored, by account and region
 * @param partitionOf - the partition of an account
 * @returns one gap by account, region and permission. IAM is global, so its gaps are the same from every region
 */
export function presentGaps(
  gaps: readonly StoredGap[],
  partitionOf: (accountId: string) => string,
): Gap[] {
  const presented = new Map<string, Gap>();
  for (const gap of gaps) {
    const region = isGlobal(gap.api) ? null : gap.region;
    const key = `${gap.accountId}/${region}/${gap.api}/${gap.because}`;
    const before = presented.get(key);
    const resources = new Set([...(before?.resources ?? []), ...gap.resources]);
    presented.set(key, {
      accountId: gap.accountId,
      region,
      api: gap.api,
      because: gap.because,
      message: messageOf(gap, region),
      attach: DENIED.has(gap.because)
        ? attachOf(gap.api, gap.accountId, partitionOf(gap.accountId))
        : null,
      resources: [...resources].sort(),
      since:
        before !== undefined && before.since < gap.since
          ? before.since
          : gap.since,
    });
  }
  return [...presented.values()];
}

function isGlobal(api: string): boolean {
  return api.startsWith('iam:') || api.startsWith('sts:');
}

function messageOf(gap: StoredGap, region: string | null): string {
  const where = `account ${gap.accountId}${
    region === null ? '' : `, ${region}`
  }`;
  if (gap.api === 'sts:AssumeRole' && DENIED.has(gap.because)) {
    return `The scanning role in ${where} cannot be assumed, so nothing is read there. Let its trust policy name the identity of this backend, and let that identity assume it.`;
  }
  if (DENIED.has(gap.because)) {
    return `${gap.api} is denied in ${where}; what depends on it is shown as unknown. Attach the statement to the scanning role of the account.`;
  }
  if (/throttl|too ?many ?requests|rate ?exceeded/i.test(gap.because)) {
    return `AWS limited the rate of ${gap.api} in ${where}. The next scan tries again; when it stays so, scan less often.`;
  }
  if (gap.because === 'MISSING') {
    return `${gap.api} in ${where} did not find what other answers of AWS name; most likely it was deleted in between. The next scan tells.`;
  }
  return `${gap.api} failed in ${where} (${gap.because}). The next scan tries again.`;
}

/**
 * The smallest statement that allows a call.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
function attachOf(api: string, accountId: string, partition: string): string {
  return JSON.stringify(
    {
      Effect: 'Allow',
      Action: api,
      Resource: resourceOf(api, accountId, partition),
    },
    null,
    2,
  );
}

function resourceOf(
  api: string,
  accountId: string,
  partition: string,
): string | readonly string[] {
  const own = `arn:${partition}:iam::${accountId}`;
  switch (api) {
    case 'iam:GetRole':
    case 'iam:GetRolePolicy':
    case 'iam:ListRolePolicies':
    case 'iam:ListAttachedRolePolicies':
    case 'iam:ListRoleTags':
      return `${own}:role/*`;
    case 'iam:GetPolicy':
    case 'iam:GetPolicyVersion':
    case 'iam:ListPolicyVersions':
      return [`${own}:policy/*`, `arn:${partition}:iam::aws:policy/*`];
    case 'iam:GetInstanceProfile':
      return `${own}:instance-profile/*`;
    case 'sts:AssumeRole':
      return `${own}:role/NAME-OF-THE-SCANNING-ROLE`;
    default:
      return '*';
  }
}
