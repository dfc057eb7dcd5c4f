import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { accountRoot } from './account-root';

const OWN = '111122223333';
const ROOT = `arn:aws:iam::${OWN}:root`;

export const cases: RuleCases<typeof accountRoot> = {
  flagged: [
    {
      name: 'the root of the own account, beside tasks',
      given: trusting(trust({ AWS: ROOT, Service: 'ecs-tasks.amazonaws.com' })),
      expect: [whole([ROOT])],
    },
    {
      name: 'the own account by its number, which is the same',
      given: trusting(trust({ AWS: OWN })),
      expect: [whole([OWN])],
    },
    {
      name: 'with a condition that everyone of the account meets',
      given: when({ StringEquals: { 'aws:PrincipalAccount': OWN } }),
      expect: [whole([ROOT])],
    },
    {
      name: 'with a condition on an ARN that every role of the account has',
      given: when({
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/*` },
      }),
      expect: [whole([ROOT])],
    },
    {
      name: 'with a second factor',
      given: when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      expect: [{ ...whole([ROOT]), severity: 'info' }],
    },
    {
      name: 'for one role only',
      given: when({
        ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/deploy` },
      }),
      expect: [{ ...whole([ROOT]), mitigatedBy: 'condition' }],
    },
    {
      name: 'a Deny shuts everyone out again',
      given: trusting(trust({ AWS: ROOT }), trust('*', { Effect: 'Deny' })),
      expect: [{ ...whole([ROOT]), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'a role of the own account',
      given: trusting(trust({ AWS: `arn:aws:iam::${OWN}:role/deploy` })),
    },
    {
      name: 'the root of another account: `trust.cross-account`',
      given: trusting(trust({ AWS: 'arn:aws:iam::444455556666:root' })),
    },
    {
      name: 'tasks',
      given: trusting(trust({ Service: 'ecs-tasks.amazonaws.com' })),
    },
    {
      name: 'the own account in a Deny',
      given: trusting(trust({ AWS: ROOT }, { Effect: 'Deny' })),
    },
  ],
  undecided: [
    {
      name: 'a statement whose principals cannot be read',
      given: {
        trust: policy('trust', documentOf([trust(7)]), 'trust'),
      },
      because: 'a part of the trust policy cannot be read',
    },
    {
      name: 'a role whose account is not known',
      given: trusting(trust({ AWS: ROOT })),
      context: { role: null },
      because: 'the account of the role is not known',
    },
  ],
};

function when(Condition: Readonly<Record<string, unknown>>) {
  return trusting(trust({ AWS: ROOT }, { Condition }));
}

function whole(principals: string[]) {
  return {
    message: 'whole',
    data: { principals, accountId: OWN },
    at: 'trust#/Statement/0',
  } as const;
}
