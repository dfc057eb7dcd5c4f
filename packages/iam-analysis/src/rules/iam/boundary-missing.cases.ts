import { allow, deny, held, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { boundaryMissing } from './boundary-missing';

const without = { boundary: null };
const missing = { message: 'missing', data: { actions: [] }, at: '' } as const;

export const cases: RuleCases<typeof boundaryMissing> = {
  flagged: [
    {
      name: 'a role that reads one bucket: a note',
      given: {
        ...without,
        ...held([allow('s3:GetObject', 'arn:aws:s3:::assets/*')]),
      },
      expect: [missing],
    },
    {
      name: 'a role that may write policies of roles: low',
      given: { ...without, ...held([allow('iam:Put*')]) },
      expect: [writing('iam:PutGroupPolicy')],
    },
    {
      name: 'on one role only: low too',
      given: {
        ...without,
        ...held([
          allow(
            'iam:CreateAccessKey',
            'arn:aws:iam::111122223333:user/deployer',
          ),
        ]),
      },
      expect: [writing('iam:CreateAccessKey')],
    },
    {
      name: 'changes of IAM that a Deny takes away: a note',
      given: {
        ...without,
        ...held([allow('iam:CreateAccessKey'), deny('iam:*')]),
      },
      expect: [missing],
    },
    {
      name: 'changes of IAM on what is no identity: a note',
      given: {
        ...without,
        ...held([allow('iam:CreateAccessKey', 'arn:aws:s3:::assets')]),
      },
      expect: [missing],
    },
    {
      name: 'policies that were not read: a note',
      given: without,
      expect: [missing],
    },
  ],
  accepted: [
    {
      name: 'a boundary, whatever it allows',
      given: {
        boundary: managed('arn:aws:iam::111122223333:policy/limits'),
        ...held([allow('iam:*')]),
      },
    },
    {
      name: 'a boundary of a role whose policies were not read',
      given: { boundary: managed('arn:aws:iam::111122223333:policy/limits') },
    },
  ],
};

function writing(...actions: string[]) {
  return {
    message: 'identityWrite',
    data: { actions },
    at: '',
    severity: 'low',
  } as const;
}
