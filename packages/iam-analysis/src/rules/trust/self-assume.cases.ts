import { roleArn } from '../../testUtils/names';
import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { selfAssume } from './self-assume';

const SELF = roleArn('checkout-task');
const SESSION = 'arn:aws:sts::111122223333:assumed-role/checkout-task/42';
const tasks = trust({ Service: 'ecs-tasks.amazonaws.com' });

export const cases: RuleCases<typeof selfAssume> = {
  flagged: [
    {
      name: 'the role itself, beside tasks',
      given: trusting(tasks, trust({ AWS: SELF })),
      expect: [self(SELF, 'trust#/Statement/1')],
    },
    {
      name: 'among other roles',
      given: trusting(trust({ AWS: [roleArn('deploy'), SELF] })),
      expect: [self(SELF)],
    },
    {
      name: 'a session of the role',
      given: trusting(trust({ AWS: SESSION })),
      expect: [self(SESSION)],
    },
    {
      name: 'the account, with the role in a condition',
      given: trusting(
        trust(
          { AWS: 'arn:aws:iam::111122223333:root' },
          { Condition: { ArnEquals: { 'aws:PrincipalArn': SELF } } },
        ),
      ),
      expect: [self(SELF)],
    },
    {
      name: 'a Deny shuts the role out again',
      given: trusting(
        trust({ AWS: SELF }),
        trust({ AWS: '111122223333' }, { Effect: 'Deny' }),
      ),
      expect: [{ ...self(SELF), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    { name: 'tasks alone', given: trusting(tasks) },
    {
      name: 'another role of the account',
      given: trusting(trust({ AWS: roleArn('checkout-task-deploy') })),
    },
    {
      name: 'a role of the same name under a path',
      given: trusting(trust({ AWS: roleArn('app/checkout-task') })),
    },
    {
      name: 'a role of the same name in another account',
      given: trusting(
        trust({ AWS: 'arn:aws:iam::444455556666:role/checkout-task' }),
      ),
    },
    {
      name: 'the role in a Deny',
      given: trusting(tasks, trust({ AWS: SELF }, { Effect: 'Deny' })),
    },
    {
      name: 'all but the role in a condition',
      given: trusting(
        trust(
          { AWS: '111122223333' },
          { Condition: { ArnNotEquals: { 'aws:PrincipalArn': SELF } } },
        ),
      ),
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
  ],
};

function self(principal: string, at: string = 'trust#/Statement/0') {
  return { message: 'self', data: { principal }, at } as const;
}
