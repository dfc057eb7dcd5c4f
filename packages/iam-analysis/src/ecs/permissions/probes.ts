import type { PermissionNeed } from './permission';

/**
 * The requests by which it is found out whether a role holds a permission: each action on each of the resources that are
 * asked for in fact.
 *
 * @param need - with wildcards in its resources, unless it brings `probes`
 */
export function requestsOf(
  need: PermissionNeed,
): readonly Readonly<{ action: string; resource: string }>[] {
  const resources = need.probes ?? need.resources.map(concrete);
  return need.actions.flatMap(action =>
    resources.map(resource => ({ action, resource })),
  );
}

/**
 * A resource that a pattern matches, and that a narrower pattern for a name of somebody's own would not. An action that
 * takes no resource is asked for on the star itself.
 */
export function concrete(pattern: string): string {
  return pattern === '*'
    ? pattern
    : pattern.replace(/\?/g, 'x').replace(/\*/g, 'x0x0x');
}

/**
 * What every request holds, by which conditions of the role can be judged.
 *
 * @param resource - the ARN that is asked for
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(
  { context }: PermissionNeed,
  resource: string,
): Readonly<Record<string, string>> {
  const [, , , region, account] = resource.split(':');
  return {
    'aws:SecureTransport': 'true',
    ...(region ? { 'aws:RequestedRegion': region } : {}),
    ...(account ? { 'aws:ResourceAccount': account } : {}),
    ...context,
  };
}
