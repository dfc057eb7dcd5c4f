import { defaultSettings } from '../../analysis/settings';
import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { missingExternalId } from './missing-external-id';

const OTHER = '444455556666';
const ROOT = `arn:aws:iam::${OTHER}:root`;
const SCANNER = `arn:aws:iam::${OTHER}:role/scanner`;
const ORGANIZATION = {
  StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
};

export const cases: RuleCases<typeof missingExternalId> = {
  flagged: [
    {
      name: 'the root of another account',
      given: trusting(trust({ AWS: ROOT })),
      expect: [found([ROOT])],
    },
    {
      name: 'one role of another account',
      given: trusting(trust({ AWS: SCANNER })),
      expect: [found([SCANNER])],
    },
    {
      name: 'an external id that may be any',
      given: when(ROOT, { StringLike: { 'sts:ExternalId': '*' } }),
      expect: [found([ROOT])],
    },
    {
      name: 'an external id of which the end may be any',
      given: when(ROOT, { StringLike: { 'sts:ExternalId': 'k8-*' } }),
      expect: [found([ROOT])],
    },
    {
      name: 'every external id but one',
      given: when(ROOT, { StringNotEquals: { 'sts:ExternalId': 'none' } }),
      expect: [found([ROOT])],
    },
    {
      name: 'an external id, if one is sent',
      given: when(ROOT, { StringEqualsIfExists: { 'sts:ExternalId': 'k8' } }),
      expect: [found([ROOT])],
    },
    {
      name: 'a second factor, if the request tells: one with long-term keys does not',
      given: when(ROOT, {
        BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      expect: [found([ROOT])],
    },
    {
      name: 'a whole account of the named organization',
      given: when(ROOT, ORGANIZATION),
      expect: [found([ROOT])],
    },
    {
      name: 'a Deny shuts the account out again',
      given: trusting(
        trust({ AWS: SCANNER }),
        trust({ AWS: ROOT }, { Effect: 'Deny' }),
      ),
      expect: [{ ...found([SCANNER]), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'an external id',
      given: when(ROOT, { StringEquals: { 'sts:ExternalId': 'k8-2941' } }),
    },
    {
      name: 'one of several external ids',
      given: when(ROOT, {
        StringEquals: { 'sts:ExternalId': ['k8-2941', 'k8-2942'] },
      }),
    },
    {
      name: 'a second factor',
      given: when(ROOT, { Bool: { 'aws:MultiFactorAuthPresent': true } }),
    },
    {
      name: 'a second factor of the last hour',
      given: when(ROOT, {
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
      }),
    },
    {
      name: 'a Deny of all who have no second factor',
      given: trusting(
        trust({ AWS: ROOT }),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
          },
        }),
      ),
    },
    {
      name: 'one role of the named organization',
      given: when(SCANNER, ORGANIZATION),
    },
    {
      name: 'an account of the setting `knownAccounts`',
      given: trusting(trust({ AWS: ROOT })),
      context: { settings: { ...defaultSettings, knownAccounts: [OTHER] } },
    },
    {
      name: 'the own account',
      given: trusting(trust({ AWS: 'arn:aws:iam::111122223333:root' })),
    },
    {
      name: 'a service, which sends no external id',
      given: trusting(trust({ Service: 'ecs-tasks.amazonaws.com' })),
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

function when(AWS: string, Condition: Readonly<Record<string, unknown>>) {
  return trusting(trust({ AWS }, { Condition }));
}

function found(principals: string[]) {
  return {
    message: 'noExternalId',
    data: { principals, accounts: [OTHER] },
    at: 'trust#/Statement/0',
  } as const;
}
