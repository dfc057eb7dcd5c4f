import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { anyPrincipalConditioned } from './any-principal-conditioned';

const FIRST = 'trust#/Statement/0';

export const cases: RuleCases<typeof anyPrincipalConditioned> = {
  flagged: [
    {
      name: 'everyone of an organization',
      given: when({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      expect: [bounded('aws:PrincipalOrgID')],
    },
    {
      name: 'everyone with an external id',
      given: when({ StringEquals: { 'sts:ExternalId': 'k8-2941' } }),
      expect: [bounded('sts:ExternalId')],
    },
    {
      name: 'the root of any account, for one role name, which a stranger can give a role too',
      given: trusting(
        trust(
          { AWS: 'arn:aws:iam::*:root' },
          {
            Condition: {
              ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' },
            },
          },
        ),
      ),
      expect: [
        {
          ...open('aws:PrincipalArn'),
          data: {
            principals: ['arn:aws:iam::*:root'],
            keys: ['aws:PrincipalArn'],
          },
        },
      ],
    },
    {
      name: 'the roles of one account',
      given: when({
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::999988887777:role/*' },
      }),
      expect: [bounded('aws:PrincipalArn')],
    },
    {
      name: 'everyone in one region: a stranger can be there too',
      given: when({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
      expect: [open('aws:RequestedRegion')],
    },
    {
      name: 'everyone over TLS, which is every request',
      given: when({ Bool: { 'aws:SecureTransport': 'true' } }),
      expect: [open('aws:SecureTransport')],
    },
    {
      name: 'an organization that may be any',
      given: when({ StringLike: { 'aws:PrincipalOrgID': '*' } }),
      expect: [open('aws:PrincipalOrgID')],
    },
    {
      name: 'an organization whose id starts as all of them do',
      given: when({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
      expect: [open('aws:PrincipalOrgID')],
    },
    {
      name: 'any part of any organization',
      given: when({
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-*/r-ab12/*' },
      }),
      expect: [open('aws:PrincipalOrgPaths')],
    },
    {
      name: 'an organization, if there is one: an account of none passes',
      given: when({
        StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      }),
      expect: [open('aws:PrincipalOrgID')],
    },
    {
      name: 'all values of a key that may be absent',
      given: when({
        'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      }),
      expect: [open('aws:PrincipalOrgID')],
    },
    {
      name: 'every account but one',
      given: when({
        StringNotEquals: { 'aws:PrincipalAccount': '444455556666' },
      }),
      expect: [open('aws:PrincipalAccount')],
    },
    {
      name: 'an ARN that every role has',
      given: when({
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' },
      }),
      expect: [open('aws:PrincipalArn')],
    },
    {
      name: 'a second factor, which strangers have too',
      given: when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      expect: [open('aws:MultiFactorAuthPresent')],
    },
    {
      name: 'everyone, and a Deny of all who are not of an organization',
      given: trusting(
        trust('*'),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
          },
        }),
      ),
      expect: [bounded('aws:PrincipalOrgID')],
    },
    {
      name: 'everyone, and such a Deny that leaves services out',
      given: trusting(
        trust('*'),
        trust('*', {
          Effect: 'Deny',
          Action: 'sts:*',
          Condition: {
            StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          },
        }),
      ),
      expect: [bounded('aws:PrincipalOrgID')],
    },
  ],
  accepted: [
    {
      name: 'everyone without a condition: `trust.any-principal`',
      given: trusting(trust('*')),
    },
    {
      name: 'one role under a condition',
      given: trusting(
        trust(
          { AWS: 'arn:aws:iam::111122223333:role/deploy' },
          { Condition: { StringEquals: { 'sts:ExternalId': 'k8-2941' } } },
        ),
      ),
    },
    {
      name: 'a Deny of all who are not of an organization, beside one role',
      given: trusting(
        trust({ AWS: 'arn:aws:iam::111122223333:role/deploy' }),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
          },
        }),
      ),
    },
  ],
  undecided: [
    {
      name: 'a statement that cannot be read may let everyone in',
      given: {
        trust: policy(
          'trust',
          documentOf([{ Effect: 'Allow', Principal: '*' }]),
          'trust',
        ),
      },
      because: 'a part of the trust policy cannot be read',
    },
  ],
};

function when(Condition: Readonly<Record<string, unknown>>) {
  return trusting(trust('*', { Condition }));
}

function bounded(key: string) {
  return {
    message: 'bounded',
    severity: 'medium',
    data: { principals: ['*'], keys: [key] },
    at: FIRST,
  } as const;
}

function open(key: string) {
  return { ...bounded(key), message: 'open', severity: 'high' } as const;
}
