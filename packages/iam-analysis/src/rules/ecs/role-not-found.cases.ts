import type { RuleCases } from '../testRule';
import type { roleNotFound } from './role-not-found';

export const cases: RuleCases<typeof roleNotFound> = {
  flagged: [
    {
      name: 'a role that was deleted',
      given: { existence: 'not-found' },
      expect: [
        { message: 'notFound', data: { role: 'checkout-task' }, at: '' },
      ],
    },
    {
      name: 'a role of another account, which was not looked at',
      given: { existence: 'other-account' },
      context: {
        role: {
          arn: 'arn:aws:iam::444455556666:role/shared',
          accountId: '444455556666',
          name: 'shared',
        },
      },
      expect: [
        {
          message: 'otherAccount',
          data: { role: 'shared', accountId: '444455556666' },
          at: '',
          severity: 'info',
        },
      ],
    },
  ],
  accepted: [
    { name: 'a role that exists', given: { existence: 'exists' } },
    {
      name: 'an instance role that exists',
      given: { existence: 'exists' },
      context: { slot: 'instance' },
    },
  ],
};
