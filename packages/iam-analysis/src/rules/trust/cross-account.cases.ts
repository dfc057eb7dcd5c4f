import { defaultSettings } from '../../analysis/settings';
import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { crossAccount } from './cross-account';

const OTHER = '444455556666';
const ROOT = `arn:aws:iam::${OTHER}:root`;
const FIRST = 'trust#/Statement/0';

export const cases: RuleCases<typeof crossAccount> = {
  flagged: [
    {
      name: 'the root of another account',
      given: trusting(trust({ AWS: ROOT })),
      expect: [foreign([ROOT])],
    },
    {
      name: 'another account by its number',
      given: trusting(trust({ AWS: OTHER })),
      expect: [foreign([OTHER])],
    },
    {
      name: 'roles and users of two other accounts, beside one of the own',
      given: trusting(
        trust({ Service: 'ecs-tasks.amazonaws.com' }),
        trust({
          AWS: [
            'arn:aws:iam::111122223333:role/deploy',
            `arn:aws:iam::${OTHER}:user/ci`,
            'arn:aws:sts::777788889999:assumed-role/ops/jane',
          ],
        }),
      ),
      expect: [
        {
          message: 'foreign',
          data: {
            principals: [
              `arn:aws:iam::${OTHER}:user/ci`,
              'arn:aws:sts::777788889999:assumed-role/ops/jane',
            ],
            accounts: [OTHER, '777788889999'],
          },
          at: 'trust#/Statement/1',
        },
      ],
    },
    {
      name: 'another account in China',
      given: trusting(trust({ AWS: `arn:aws-cn:iam::${OTHER}:root` })),
      expect: [foreign([`arn:aws-cn:iam::${OTHER}:root`])],
    },
    {
      name: 'with an external id: it is another account all the same',
      given: trusting(
        trust(
          { AWS: ROOT },
          { Condition: { StringEquals: { 'sts:ExternalId': 'k8-2941' } } },
        ),
      ),
      expect: [foreign([ROOT])],
    },
    {
      name: 'an account of the named organization',
      given: trusting(
        trust(
          { AWS: ROOT },
          {
            Condition: {
              StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            },
          },
        ),
      ),
      expect: [inOrganization()],
    },
    {
      name: 'an account of a unit of the organization',
      given: trusting(
        trust(
          { AWS: ROOT },
          {
            Condition: {
              'ForAnyValue:StringLike': {
                'aws:PrincipalOrgPaths':
                  'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*',
              },
            },
          },
        ),
      ),
      expect: [inOrganization()],
    },
    {
      name: 'an account of the organization of the role, whichever that is',
      given: trusting(
        trust(
          { AWS: ROOT },
          {
            Condition: {
              StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' },
            },
          },
        ),
      ),
      expect: [inOrganization()],
    },
    {
      name: 'any organization',
      given: trusting(
        trust(
          { AWS: ROOT },
          { Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } },
        ),
      ),
      expect: [foreign([ROOT])],
    },
    {
      name: 'an account of an organization whose id starts as all of them do',
      given: trusting(
        trust(
          { AWS: ROOT },
          { Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } },
        ),
      ),
      expect: [foreign([ROOT])],
    },
    {
      name: 'the named organization, or none at all',
      given: trusting(
        trust(
          { AWS: ROOT },
          {
            Condition: {
              StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            },
          },
        ),
      ),
      expect: [foreign([ROOT])],
    },
    {
      name: 'a role of an account that a Deny shuts out',
      given: trusting(
        trust({ AWS: `arn:aws:iam::${OTHER}:role/ops` }),
        trust({ AWS: ROOT }, { Effect: 'Deny' }),
      ),
      expect: [
        {
          ...foreign([`arn:aws:iam::${OTHER}:role/ops`]),
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the own account',
      given: trusting(
        trust({
          AWS: ['111122223333', 'arn:aws:iam::111122223333:role/deploy'],
        }),
      ),
    },
    {
      name: 'an account of the setting `knownAccounts`',
      given: trusting(trust({ AWS: ROOT })),
      context: { settings: { ...defaultSettings, knownAccounts: [OTHER] } },
    },
    {
      name: 'tasks',
      given: trusting(trust({ Service: 'ecs-tasks.amazonaws.com' })),
    },
    {
      name: 'a principal that was deleted: its id is left, and nobody has it',
      given: trusting(trust({ AWS: 'AROAEXAMPLEEXAMPLE123' })),
    },
    {
      name: 'everyone: `trust.any-principal`',
      given: trusting(trust('*')),
    },
    {
      name: 'another account in a Deny',
      given: trusting(trust({ AWS: ROOT }, { Effect: 'Deny' })),
    },
    {
      name: 'another account that may tag sessions only',
      given: trusting(trust({ AWS: ROOT }, { Action: 'sts:TagSession' })),
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
      name: 'of a role whose account is not known, nobody can say who is a stranger',
      given: trusting(trust({ AWS: ROOT })),
      context: { role: null },
      because: 'the account of the role is not known',
    },
  ],
};

function foreign(principals: string[]) {
  return {
    message: 'foreign',
    data: { principals, accounts: [OTHER] },
    at: FIRST,
  } as const;
}

function inOrganization() {
  return {
    ...foreign([ROOT]),
    message: 'inOrganization',
    severity: 'info',
  } as const;
}
