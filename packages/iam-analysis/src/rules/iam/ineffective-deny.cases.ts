import { allow, deny, held, heldBy, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { ineffectiveDeny } from './ineffective-deny';

const ASSETS = 'arn:aws:s3:::assets/*';
const PAYROLL = 'arn:aws:s3:::payroll/*';

export const cases: RuleCases<typeof ineffectiveDeny> = {
  flagged: [
    {
      name: 'actions that nothing allows',
      given: held([deny('iam:*'), allow('s3:GetObject', ASSETS)]),
      expect: [nothing('notGranted', ['iam:*'], ['*'])],
    },
    {
      name: 'an action with a blank behind it, which is no action',
      given: held([deny('s3:DeleteObject '), allow('s3:*', ASSETS)]),
      expect: [nothing('notGranted', ['s3:DeleteObject '], ['*'])],
    },
    {
      name: 'a Deny of all but what is allowed',
      given: held([deny({ not: 's3:*' }), allow('s3:GetObject', ASSETS)]),
      expect: [nothing('notGranted', ['all but s3:*'], ['*'])],
    },
    {
      name: 'objects of a bucket on which nothing is allowed',
      given: held([deny('s3:*', PAYROLL), allow('s3:GetObject', ASSETS)]),
      expect: [nothing('otherResources', ['s3:*'], [PAYROLL])],
    },
    {
      name: 'everything but the bucket on which something is allowed',
      given: held([
        deny('s3:*', { not: ASSETS }),
        allow('s3:GetObject', ASSETS),
      ]),
      expect: [nothing('otherResources', ['s3:*'], [`all but ${ASSETS}`])],
    },
    {
      name: 'the bucket in place of its objects, so that nothing is forbidden',
      given: held([
        deny('s3:GetObject', 'arn:aws:s3:::payroll'),
        allow('s3:*'),
      ]),
      expect: [
        nothing('noResource', ['s3:GetObject'], ['arn:aws:s3:::payroll']),
      ],
    },
    {
      name: 'a condition on a key that no request of these actions has',
      given: held([
        deny('s3:GetObject', '*', {
          StringEquals: { 'ec2:InstanceType': 't3.micro' },
        }),
        allow('s3:*'),
      ]),
      expect: [
        {
          message: 'neverHolds',
          data: {
            actions: ['s3:GetObject'],
            resources: ['*'],
            keys: ['ec2:InstanceType'],
          },
          at: 'inline:app#/Statement/0',
        },
      ],
    },
    {
      name: 'requests without a caller, of which there are none',
      given: held([
        deny('*', '*', { Null: { 'aws:PrincipalArn': 'true' } }),
        allow('s3:*'),
      ]),
      expect: [
        {
          message: 'neverHolds',
          data: {
            actions: ['*'],
            resources: ['*'],
            keys: ['aws:PrincipalArn'],
          },
          at: 'inline:app#/Statement/0',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a Deny of one of the actions',
      given: held([deny('s3:Delete*'), allow('s3:*')]),
    },
    {
      name: 'a Deny of a part of the resources',
      given: held([deny('s3:*', PAYROLL), allow('s3:*', 'arn:aws:s3:::*')]),
    },
    {
      name: 'a condition that some requests meet',
      given: held([
        deny('s3:*', '*', {
          StringNotEquals: { 'aws:ResourceAccount': '111122223333' },
        }),
        allow('s3:GetObject'),
      ]),
    },
    {
      name: 'requests without TLS, which some endpoints answer',
      given: held([
        deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
        allow('s3:GetObject'),
      ]),
    },
    {
      name: 'a key that only some of the actions have',
      given: held([
        deny('ec2:*', '*', {
          StringNotEquals: { 'ec2:InstanceType': 't3.micro' },
        }),
        allow('ec2:RunInstances'),
      ]),
    },
    {
      name: 'an action that AWS added after the date of the catalogue',
      given: held([deny('newservice:*'), allow('newservice:Read')]),
    },
    {
      name: 'a Deny in an AWS managed policy, which is for many roles',
      given: heldBy([
        managed('arn:aws:iam::aws:policy/ExamplePolicy', [
          deny('iam:*'),
          allow('s3:GetObject'),
        ]),
      ]),
    },
    {
      name: 'a Deny in the boundary, which is for many roles',
      given: held([allow('s3:GetObject', ASSETS)], [allow('*'), deny('iam:*')]),
    },
  ],
};

function nothing<Id extends string>(
  message: Id,
  actions: readonly string[],
  resources: readonly string[],
) {
  return {
    message,
    data: { actions, resources },
    at: 'inline:app#/Statement/0',
  } as const;
}
