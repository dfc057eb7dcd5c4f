import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { dataExfiltration } from './data-exfiltration';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof dataExfiltration> = {
  flagged: [
    {
      name: 'every secret of the account: high',
      given: held([
        allow([
          'secretsmanager:GetSecretValue',
          'ssm:GetParameters',
          'secretsmanager:DescribeSecret',
        ]),
      ]),
      expect: [secrets('secretsmanager:GetSecretValue', 'ssm:GetParameters')],
    },
    {
      name: 'the same, without a `*` in place of the ARN',
      given: held([
        allow(
          'secretsmanager:GetSecretValue',
          'arn:aws:secretsmanager:*:111122223333:secret:*',
        ),
      ]),
      expect: [secrets('secretsmanager:GetSecretValue')],
    },
    {
      name: 'every object and item: medium',
      given: held([allow(['dynamodb:Scan', 's3:GetObject'])]),
      expect: [data('dynamodb:Scan', 's3:GetObject')],
    },
    {
      name: 'secrets and other data in one statement: one finding for each',
      given: held([
        allow(['s3:GetObject', 'ssm:GetParametersByPath'], 'arn:aws:*'),
      ]),
      expect: [secrets('ssm:GetParametersByPath'), data('s3:GetObject')],
    },
    {
      name: 'snapshots, which can be restored elsewhere',
      given: held([allow('rds:C*DBSnapshot')]),
      expect: [data('rds:CopyDBSnapshot', 'rds:CreateDBSnapshot')],
    },
    {
      name: 'in one Region only: one level lower',
      given: held([
        allow('secretsmanager:GetSecretValue', '*', {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
      expect: [
        { ...secrets('secretsmanager:GetSecretValue'), severity: 'medium' },
      ],
    },
    {
      name: 'a condition on the tag of the secret: mitigated',
      given: held([
        allow('secretsmanager:GetSecretValue', '*', {
          StringEquals: { 'secretsmanager:ResourceTag/app': 'checkout' },
        }),
      ]),
      expect: [
        {
          ...secrets('secretsmanager:GetSecretValue'),
          mitigatedBy: 'condition',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the secret of the application',
      given: held([
        allow(
          'secretsmanager:GetSecretValue',
          'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout-*',
        ),
      ]),
    },
    {
      name: 'the objects of one bucket',
      given: held([allow('s3:GetObject', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'an ARN that is no object reaches none',
      given: held([allow('s3:GetObject', 'arn:aws:s3:::assets')]),
    },
    {
      name: 'names of secrets and parameters, not what they hold',
      given: held([
        allow(['secretsmanager:ListSecrets', 'ssm:DescribeParameters']),
      ]),
    },
    {
      name: 'writes',
      given: held([allow(['secretsmanager:PutSecretValue', 's3:PutObject'])]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function secrets(...actions: string[]) {
  return {
    message: 'secrets',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}

function data(...actions: string[]) {
  return {
    message: 'data',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}
