import type { Account, RoleDefinition } from '../types';
import { trustTasks } from './policies';

/** A task role's usual shape, with what is special about this one. */
export function role(
  account: Account,
  name: string,
  special: Partial<Omit<RoleDefinition, 'account' | 'name'>> = {},
): RoleDefinition {
  return {
    account,
    name,
    path: '/',
    trust: trustTasks(account),
    inline: {},
    attached: [],
    boundary: null,
    tags: {},
    createdDaysAgo: 400,
    lastUsed: { hoursAgo: 2, region: 'eu-west-1' },
    malformed: {},
    ...special,
  };
}

/** The ARN of a role. */
export function roleArn({
  account,
  path,
  name,
}: Pick<RoleDefinition, 'account' | 'path' | 'name'>): string {
  return `arn:aws:iam::${account}:role${path}${name}`;
}
