import { aNeed, needsOf } from '../../testUtils';
import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { executionRoleBroadSecrets } from './execution-role-broad-secrets';

const AT = 'inline:app#/Statement/0';
const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd';
const SHOP = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/*';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1b2c';
const ANY_SECRET = 'arn:aws:secretsmanager:*:*:secret:*';
const ANY_PARAMETER = 'arn:aws:ssm:*:*:parameter/*';

const needs = needsOf([
  aNeed({
    row: 'E12c',
    actions: ['secretsmanager:GetSecretValue'],
    resources: [SECRET],
  }),
]);
const reading = 'secretsmanager:GetSecretValue';
const unnamed = (action: string) =>
  needsOf([], {
    unresolved: [
      {
        row: 'E12c',
        certain: true,
        because: 'containerDefinitions[0].secrets[0].valueFrom',
        phrase: 'reads a secret',
        why: 'it holds a variable',
        actions: [action],
      },
    ],
  });

export const cases: RuleCases<typeof executionRoleBroadSecrets> = {
  flagged: [
    {
      name: 'every secret, where one is named: high',
      given: { ...held([allow(reading)]), needs },
      expect: [
        {
          message: 'everywhere',
          data: { actions: [reading], granted: ['*'], needed: [SECRET] },
          at: AT,
          severity: 'high',
        },
      ],
    },
    {
      name: 'every secret and every key, whatever tasks name',
      given: held([allow([reading, 'kms:Decrypt'])]),
      expect: [
        {
          message: 'everywhere',
          data: {
            actions: ['kms:Decrypt', reading],
            granted: ['*'],
            needed: [],
          },
          at: AT,
          severity: 'high',
        },
      ],
    },
    {
      name: 'every secret, while one is named by a variable',
      given: { ...held([allow(reading)]), needs: unnamed(reading) },
      expect: [
        {
          message: 'everywhere',
          data: { actions: [reading], granted: ['*'], needed: [] },
          at: AT,
          severity: 'high',
        },
      ],
    },
    {
      name: 'every key, while it is not known which one a secret has',
      given: { ...held([allow('kms:Decrypt')]), needs: unnamed('kms:Decrypt') },
      expect: [
        {
          message: 'everywhere',
          data: { actions: ['kms:Decrypt'], granted: ['*'], needed: [] },
          at: AT,
          severity: 'high',
        },
      ],
    },
    {
      name: 'the defaults of a Terraform module',
      given: {
        ...held([
          allow('ssm:GetParameters', ANY_PARAMETER),
          allow(reading, ANY_SECRET),
        ]),
        needs,
      },
      expect: [
        {
          message: 'moduleDefault',
          data: {
            actions: ['ssm:GetParameters'],
            granted: [ANY_PARAMETER],
            needed: [],
            variables: ['task_exec_ssm_param_arns'],
          },
          at: AT,
          severity: 'high',
        },
        {
          message: 'moduleDefault',
          data: {
            actions: [reading],
            granted: [ANY_SECRET],
            needed: [SECRET],
            variables: ['task_exec_secret_arns'],
          },
          at: 'inline:app#/Statement/1',
          severity: 'high',
        },
      ],
    },
    {
      name: 'all secrets of a prefix, where one is named',
      given: { ...held([allow(reading, SHOP)]), needs },
      expect: [
        {
          message: 'wider',
          data: { actions: [reading], granted: [SHOP], needed: [SECRET] },
          at: AT,
        },
      ],
    },
    {
      name: 'a key that no secret is encrypted with',
      given: {
        ...held([allow(reading, SECRET), allow('kms:Decrypt', KEY)]),
        needs,
      },
      expect: [
        {
          message: 'unneeded',
          data: { actions: ['kms:Decrypt'], granted: [KEY] },
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'all but some secrets',
      given: { ...held([allow(reading, { not: SHOP })]), needs },
      expect: [
        {
          message: 'everywhere',
          data: {
            actions: [reading],
            granted: [`all but ${SHOP}`],
            needed: [SECRET],
          },
          at: AT,
          severity: 'high',
        },
      ],
    },
    {
      name: 'a Deny takes it away: mitigated',
      given: { ...held([allow(reading), deny('secretsmanager:*')]), needs },
      expect: [
        {
          message: 'everywhere',
          data: { actions: [reading], granted: ['*'], needed: [SECRET] },
          at: AT,
          severity: 'high',
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the secret that is named',
      given: { ...held([allow(reading, SECRET)]), needs },
    },
    {
      name: 'some secrets, and what tasks name is not known',
      given: held([allow(reading, SHOP)]),
    },
    {
      name: 'any secret, while one is named by a variable',
      given: {
        ...held([allow(reading, SHOP)]),
        needs: unnamed(reading),
      },
    },
    {
      name: 'a named key, while it is not known which one a secret has',
      given: {
        ...held([allow('kms:Decrypt', KEY)]),
        needs: unnamed('kms:Decrypt'),
      },
    },
    {
      name: 'the descriptions of secrets are no secrets',
      given: { ...held([allow('secretsmanager:DescribeSecret')]), needs },
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: { ...held([allow('*')]), needs },
    },
  ],
};
