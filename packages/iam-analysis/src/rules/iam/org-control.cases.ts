import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { orgControl } from './org-control';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof orgControl> = {
  flagged: [
    {
      name: 'makes and closes accounts',
      given: held([
        allow(['organizations:CreateAccount', 'organizations:CloseAccount']),
      ]),
      expect: [
        controlling(
          'organizations:CloseAccount',
          'organizations:CreateAccount',
        ),
      ],
    },
    {
      name: 'one policy of the organization is enough',
      given: held([
        allow(
          'organizations:DetachPolicy',
          'arn:aws:organizations::111122223333:policy/o-example/service_control_policy/p-examplepolicy',
        ),
      ]),
      expect: [controlling('organizations:DetachPolicy')],
    },
    {
      name: 'who signs in, and what may be done then',
      given: held([
        allow([
          'sso:CreateAccountAssignment',
          'sso:PutInlinePolicyToPermissionSet',
        ]),
      ]),
      expect: [
        controlling(
          'sso:CreateAccountAssignment',
          'sso:PutInlinePolicyToPermissionSet',
        ),
      ],
    },
    {
      name: 'regions of the account and guardrails of the landing zone',
      given: held([allow(['account:EnableRegion', 'controltower:DisableC*'])]),
      expect: [
        controlling('account:EnableRegion', 'controltower:DisableControl'),
      ],
    },
    {
      name: 'a Deny of the same: mitigated',
      given: held([
        allow('organizations:LeaveOrganization'),
        deny('organizations:*'),
      ]),
      expect: [
        {
          ...controlling('organizations:LeaveOrganization'),
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'reads the organization',
      given: held([
        allow([
          'organizations:Describe*',
          'organizations:List*',
          'account:Get*',
        ]),
      ]),
    },
    {
      name: 'only tags',
      given: held([allow(['organizations:TagResource', 'sso:UntagResource'])]),
    },
    {
      name: 'people in the directory of applications',
      given: held([allow(['identitystore:CreateUser', 'cognito-idp:SignUp'])]),
    },
    {
      name: 'an ARN that the action does not take: it grants nothing',
      given: held([
        allow('organizations:CreateAccount', 'arn:aws:s3:::assets'),
      ]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function controlling(...actions: string[]) {
  return {
    message: 'controls',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}
