import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { notPrincipal } from './not-principal';

const LAMBDA = 'lambda.amazonaws.com';
const DEPLOY = 'arn:aws:iam::111122223333:role/deploy';

export const cases: RuleCases<typeof notPrincipal> = {
  flagged: [
    {
      name: 'everyone but one service',
      given: trusting(allBut({ Service: LAMBDA })),
      expect: [found([LAMBDA])],
    },
    {
      name: 'everyone but two principals',
      given: trusting(allBut({ AWS: [DEPLOY, '444455556666'] })),
      expect: [found([DEPLOY, '444455556666'])],
    },
    {
      name: 'with a condition that every request meets',
      given: trusting(
        allBut({ AWS: DEPLOY }, { Bool: { 'aws:SecureTransport': 'true' } }),
      ),
      expect: [found([DEPLOY])],
    },
    {
      name: 'with a condition that a stranger can meet',
      given: trusting(
        allBut(
          { AWS: DEPLOY },
          { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        ),
      ),
      expect: [{ ...found([DEPLOY]), severity: 'medium' }],
    },
    {
      name: 'with a condition that keeps strangers out',
      given: trusting(
        allBut(
          { AWS: DEPLOY },
          { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        ),
      ),
      expect: [{ ...found([DEPLOY]), mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    {
      name: '`NotPrincipal` in a Deny, which keeps others out',
      given: trusting(trust({ AWS: DEPLOY }), {
        ...allBut({ AWS: DEPLOY }),
        Effect: 'Deny',
      }),
    },
    {
      name: '`Principal`',
      given: trusting(trust({ AWS: DEPLOY })),
    },
    {
      name: '`NotPrincipal` for an action that gives no credentials',
      given: trusting({ ...allBut({ AWS: DEPLOY }), Action: 'sts:TagSession' }),
    },
  ],
  undecided: [
    {
      name: 'a statement whose principals cannot be read',
      given: {
        trust: policy('trust', documentOf([allBut(7)]), 'trust'),
      },
      because: 'a part of the trust policy cannot be read',
    },
  ],
};

function allBut(
  NotPrincipal: unknown,
  Condition?: Readonly<Record<string, unknown>>,
) {
  return {
    Effect: 'Allow',
    NotPrincipal,
    Action: 'sts:AssumeRole',
    ...(Condition ? { Condition } : {}),
  };
}

function found(principals: string[]) {
  return {
    message: 'allBut',
    data: { principals },
    at: 'trust#/Statement/0',
  } as const;
}
