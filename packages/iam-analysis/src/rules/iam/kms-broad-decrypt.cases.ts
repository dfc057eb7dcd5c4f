import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { kmsBroadDecrypt } from './kms-broad-decrypt';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof kmsBroadDecrypt> = {
  flagged: [
    {
      name: 'decrypts with any key: medium',
      given: held([allow(['kms:Decrypt', 'kms:GenerateDataKey'])]),
      expect: [decrypting('kms:Decrypt')],
    },
    {
      name: 'every key of the account, by a pattern of its own',
      given: held([
        allow(['kms:ReEncrypt*', 'kms:Decr*'], 'arn:aws:kms:*:*:key/*'),
      ]),
      expect: [decrypting('kms:Decrypt', 'kms:ReEncryptFrom')],
    },
    {
      name: 'all of KMS: high',
      given: held([allow('kms:*')]),
      expect: [everything('kms:Decrypt', 'kms:ReEncryptFrom')],
    },
    {
      name: 'through one service only: mitigated',
      given: held([
        allow('kms:Decrypt', '*', {
          StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        }),
      ]),
      expect: [{ ...decrypting('kms:Decrypt'), mitigatedBy: 'condition' }],
    },
    {
      name: 'through any service but one: one level lower',
      given: held([
        allow('kms:Decrypt', '*', {
          StringNotEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        }),
      ]),
      expect: [{ ...decrypting('kms:Decrypt'), severity: 'low' }],
    },
  ],
  accepted: [
    {
      name: 'one key',
      given: held([
        allow(
          'kms:Decrypt',
          'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        ),
      ]),
    },
    {
      name: 'aliases: no key is reached by them',
      given: held([
        allow('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/*'),
      ]),
    },
    {
      name: 'encrypts with any key',
      given: held([
        allow(['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptTo']),
      ]),
    },
    {
      name: 'looks at keys',
      given: held([allow(['kms:DescribeKey', 'kms:ListKeys'])]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function decrypting(...actions: string[]) {
  return {
    message: 'decrypts',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}

function everything(...actions: string[]) {
  return {
    message: 'everything',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}
