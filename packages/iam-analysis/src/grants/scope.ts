import type { Clause } from '../policy/types';
import { covers } from '../policy/wildcard';
import { comparableResources, coversNearly } from './clauses';

/** The account and partition of the role whose grants are judged. */
export type Home = Readonly<{ partition: string; accountId: string }>;

/**
 * @param role - as a rule's context has it
 * @returns where the role lives; wildcards for no role, so that only patterns for every account reach everything
 */
export function homeOf(
  role: Readonly<{ arn: string; accountId: string }> | null,
): Home {
  return {
    partition: role?.arn.split(':')[1] ?? 'aws',
    accountId: role?.accountId ?? '*',
  };
}

/** Every IAM role of the account, as a pattern. */
export function everyRole({ partition, accountId }: Home): string {
  return `arn:${partition}:iam::${accountId}:role/*`;
}

/** Whether the resources take in every resource there is, in whatever spelling. */
export function reachesEverything(resources: Clause): boolean {
  const { kind, patterns } = comparableResources(resources);
  return kind === 'only' ? patterns.includes('*') : !patterns.includes('*');
}

/** Whether the resources take in all that the pattern names. `NotResource` counts as all, but for what it names. */
export function reachesAll(resources: Clause, pattern: string): boolean {
  return coversNearly(comparableResources(resources), pattern);
}

/**
 * Whether the resources take in all resources of some type of a service in the account: `*`, `arn:aws:s3:::*`,
 * `arn:aws:sqs:*:111122223333:*`, `arn:aws:kms:*:*:key/*`.
 *
 * @remarks
 * Without the table of resource types, a resource such as `key/*` or `function:*` counts as "all of a type". S3 names
 * buckets there, so `bucket/*` is one bucket.
 */
export function reachesWholeService(
  resources: Clause,
  service: string,
  home: Home,
): boolean {
  if (resources.kind === 'all-but' || reachesEverything(resources)) {
    return reachesEverything(resources);
  }
  return comparableResources(resources).patterns.some(pattern =>
    isWholeType(pattern, service, home),
  );
}

function isWholeType(
  pattern: string,
  service: string,
  { accountId }: Home,
): boolean {
  const [, , itsService = '', region = '', account = '', ...rest] =
    pattern.split(':');
  const resource = rest.join(':');
  const wholeAccount =
    covers(itsService, ownerOfResources(service)) &&
    /^\**$/.test(region) &&
    (account === '' || covers(account, accountId));
  const namesBuckets = service === 's3' && account === '';
  return (
    wholeAccount &&
    (/^[*/]+$/.test(resource) ||
      (!namesBuckets && /^[a-z-]+[/:]\*[*/:]*$/i.test(resource)))
  );
}

// What STS gives credentials for are roles of IAM.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
function ownerOfResources(service: string): string {
  return service === 'sts' ? 'iam' : service;
}

/** The services that the ARNs of the resources name without a wildcard, each once. */
export function servicesOfResources({ kind, patterns }: Clause): string[] {
  if (kind === 'all-but') {
    return [];
  }
  const services = patterns.map(pattern => pattern.split(':')[2] ?? '');
  return [...new Set(services)].filter(name => /^[a-z0-9-]+$/.test(name));
}
