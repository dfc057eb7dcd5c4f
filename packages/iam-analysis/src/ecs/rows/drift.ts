import type { Known } from '../../known';
import { distinct } from '../needs/phrases';
import type { NextHost } from './nextHost';
import { unreadBecause } from './unread';

/**
 * Compares a running host with the templates of its capacity provider, which may have changed since it was started.
 *
 * @param role - that of the running host
 * @param provider - name of its capacity provider
 * @param next - what the provider's next host would get
 * @returns a remark when they differ, or when that cannot be known; empty when they agree
 */
export function driftNotes(
  role: Known<string | null>,
  provider: string,
  next: Known<readonly NextHost[]>,
): readonly string[] {
  if (!next.known) {
    return [
      `Whether the next host of capacity provider ${provider} gets the same role is not known: ${unreadBecause(
        next,
      )}`,
    ];
  }
  const others = next.value.flatMap(each =>
    each.role.known ? [`${nameOf(each.role.value)} (${each.source})`] : [],
  );
  const comparable = role.known && others.length === next.value.length;
  if (!comparable || others.length === 0 || offers(next.value, role.value)) {
    return [];
  }
  return [
    `Host and template differ: running hosts of capacity provider ${provider} have ${nameOf(
      role.value,
    )}, the next one gets ${distinct(others).join(' or ')}`,
  ];
}

/**
 * @param next - what a provider's next host would get
 * @param role - the role of a running host
 * @returns whether one of the templates gives the same role
 */
function offers(next: readonly NextHost[], role: string | null): boolean {
  return next.some(each => each.role.known && each.role.value === role);
}

function nameOf(roleArn: string | null): string {
  return roleArn === null
    ? 'no role'
    : roleArn.slice(roleArn.lastIndexOf('/') + 1);
}
