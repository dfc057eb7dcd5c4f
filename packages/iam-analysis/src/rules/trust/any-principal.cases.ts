import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { anyPrincipal } from './any-principal';

const FIRST = 'trust#/Statement/0';
const SECOND = 'trust#/Statement/1';

export const cases: RuleCases<typeof anyPrincipal> = {
  flagged: [
    {
      name: 'everyone',
      given: trusting(trust('*')),
      expect: [anyone(['*'])],
    },
    {
      name: 'every AWS principal, among tasks',
      given: trusting(
        trust({ Service: 'ecs-tasks.amazonaws.com' }),
        trust({ AWS: ['arn:aws:iam::111122223333:role/deploy', '*'] }),
      ),
      expect: [anyone(['*'], SECOND)],
    },
    {
      name: 'the root of any account',
      given: trusting(trust({ AWS: 'arn:aws:iam::*:root' })),
      expect: [anyone(['arn:aws:iam::*:root'])],
    },
    {
      name: 'the root of any account in China, with every action of STS',
      given: trusting(
        trust({ AWS: ['arn:aws-cn:iam::*:root'] }, { Action: 'sts:*' }),
      ),
      expect: [anyone(['arn:aws-cn:iam::*:root'])],
    },
    {
      name: 'a wildcard action in any letter case',
      given: trusting(trust('*', { Action: ['STS:assumeRole*'] })),
      expect: [anyone(['*'])],
    },
    {
      name: 'everything but tagging',
      given: trusting({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        NotAction: 'sts:TagSession',
      }),
      expect: [anyone(['*'])],
    },
    {
      name: 'everyone, and a Deny of one account only',
      given: trusting(
        trust('*'),
        trust({ AWS: '444455556666' }, { Effect: 'Deny' }),
      ),
      expect: [anyone(['*'])],
    },
    {
      name: 'everyone, and a Deny of those without organization in one region only',
      given: trusting(
        trust('*'),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
          },
        }),
      ),
      expect: [anyone(['*'])],
    },
    {
      name: 'a Deny shuts everyone out again',
      given: trusting(trust({ AWS: '*' }), trust('*', { Effect: 'Deny' })),
      expect: [{ ...anyone(['*']), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'tasks',
      given: trusting(trust({ Service: 'ecs-tasks.amazonaws.com' })),
    },
    {
      name: 'the root of one account',
      given: trusting(trust({ AWS: 'arn:aws:iam::111122223333:root' })),
    },
    {
      name: 'everyone under a condition: `trust.any-principal-conditioned`',
      given: trusting(
        trust('*', {
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
      ),
    },
    {
      name: 'everyone may tag a session, which assumes nothing',
      given: trusting(trust('*', { Action: 'sts:TagSession' })),
    },
    {
      name: 'a Deny of everyone, which lets nobody in',
      given: trusting(trust('*', { Effect: 'Deny' })),
    },
    {
      name: 'a role whose name ends in "root"',
      given: trusting(trust({ AWS: 'arn:aws:iam::111122223333:role/root' })),
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
    {
      name: 'of a role whose account is not known, nobody can say who is a stranger',
      given: trusting(trust('*')),
      context: { role: null },
      because: 'the account of the role is not known',
    },
  ],
};

function anyone(principals: string[], at: string = FIRST) {
  return { message: 'anyone', data: { principals }, at } as const;
}
