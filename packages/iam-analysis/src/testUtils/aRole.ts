import { known } from '../known';
import type { Role, RolePolicy } from '../ecs/role';
import { ACCOUNT, REGION, roleArn } from './names';

/**
 * @param parts - what differs from an existing role `checkout-task` without policies, which tasks of its account may
 * assume, and did the day before the clock of the tests. Its ARN follows from `name` and `path`
 * @public
 */
export function aRole(parts: Partial<Role> = {}): Role {
  const name = parts.name ?? 'checkout-task';
  const path = parts.path ?? '/';
  return {
    arn: roleArn(`${path.slice(1)}${name}`),
    name,
    path,
    accountId: ACCOUNT,
    partition: 'aws',
    existence: known('exists'),
    trustPolicy: known(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'ecs-tasks.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
          },
        ],
      }),
    ),
    policies: known([]),
    boundary: known(null),
    tags: known({}),
    lastUsed: known({ date: '2026-11-01T06:00:00.000Z', region: REGION }),
    createdAt: known('2026-01-01T00:00:00.000Z'),
    ...parts,
  };
}

/**
 * @param parts - what differs from an inline policy `app` that reads one bucket
 * @public
 */
export function aRolePolicy(parts: Partial<RolePolicy> = {}): RolePolicy {
  return {
    kind: 'inline',
    name: 'app',
    arn: null,
    versionId: null,
    document: known(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::checkout-assets/*',
          },
        ],
      }),
    ),
    ...parts,
  };
}
