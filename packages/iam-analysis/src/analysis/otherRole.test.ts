import { known, unknown } from '../known';
import { aRole, aRolePolicy, roleArn } from '../testUtils';
import { otherRole } from './otherRole';

describe('otherRole', () => {
  it('tells who may assume it, and that it is no administrator', () => {
    const role = aRole({
      policies: known([aRolePolicy()]),
      trustPolicy: trust(
        { Service: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
        { AWS: roleArn('deployer') },
      ),
    });
    expect(otherRole(role)).toEqual({
      arn: role.arn,
      isAdministrator: false,
      trustedServices: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'],
    });
  });

  it.each([
    ['everyone', { Principal: '*' }],
    ['every AWS principal', { Principal: { AWS: '*' } }],
    ['all but one', { NotPrincipal: { AWS: roleArn('deployer') } }],
  ])(
    'tells of services that they may assume one which lets in %s',
    (_, who) => {
      const role = aRole({
        trustPolicy: known(
          JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', ...who, Action: 'sts:AssumeRole' },
              {
                Effect: 'Deny',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          }),
        ),
      });
      const { trustedServices = [] } = otherRole(role) ?? {};
      expect(trustedServices).toEqual(
        expect.arrayContaining([
          'ecs-tasks.amazonaws.com',
          'ec2.amazonaws.com',
        ]),
      );
      expect(trustedServices).not.toContain('lambda.amazonaws.com');
      expect(trustedServices).not.toContain('*');
    },
  );

  it('tells that it is an administrator', () => {
    const role = aRole({
      policies: known([
        aRolePolicy({
          document: known(
            JSON.stringify({
              Version: '2012-10-17',
              Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
            }),
          ),
        }),
      ]),
    });
    expect(otherRole(role)?.isAdministrator).toBe(true);
  });

  it.each([
    ['its trust policy', { trustPolicy: unknown('AccessDenied') }],
    ['its policies', { policies: unknown('AccessDenied') }],
    ['its boundary', { boundary: unknown('AccessDenied') }],
    ['whether it exists', { existence: known('not-found' as const) }],
  ])('says nothing of a role of which %s is not known', (_, parts) => {
    expect(otherRole(aRole(parts))).toBeNull();
  });
});

function trust(...principals: readonly object[]) {
  return known(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: principals.map(Principal => ({
        Effect: 'Allow',
        Principal,
        Action: 'sts:AssumeRole',
      })),
    }),
  );
}
