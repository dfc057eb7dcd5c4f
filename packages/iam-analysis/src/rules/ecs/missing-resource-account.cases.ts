import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { missingResourceAccount } from './missing-resource-account';

const FILE = 'arn:aws:s3:::shop-config/checkout.env';
const BUCKET = 'arn:aws:s3:::shop-config';
const ours = { StringEquals: { 'aws:ResourceAccount': '111122223333' } };

export const cases: RuleCases<typeof missingResourceAccount> = {
  flagged: [
    {
      name: 'an environment file',
      given: held([allow('s3:GetObject', FILE)]),
      expect: [open(['s3:GetObject'], [FILE])],
    },
    {
      name: 'file and bucket, beside what reads a secret',
      given: held([
        allow(
          ['s3:GetObject', 's3:GetBucketLocation', 'ssm:GetParameters'],
          [
            FILE,
            BUCKET,
            'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/currencies',
          ],
        ),
      ]),
      expect: [open(['s3:GetBucketLocation', 's3:GetObject'], [FILE, BUCKET])],
    },
    {
      name: 'a condition that is not about the owner',
      given: held([
        allow('s3:GetObject', FILE, {
          StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
        }),
      ]),
      expect: [open(['s3:GetObject'], [FILE])],
    },
    {
      name: 'a condition that any owner meets',
      given: held([
        allow('s3:GetObjectTagging', FILE, {
          StringLike: { 'aws:ResourceAccount': '*' },
        }),
        allow('s3:GetObject', FILE, {
          StringNotEquals: { 'aws:ResourceAccount': '444455556666' },
        }),
      ]),
      expect: [
        open(['s3:GetObjectTagging'], [FILE]),
        {
          ...open(['s3:GetObject'], [FILE]),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'a Deny takes it away: mitigated',
      given: held([allow('s3:GetObject', FILE), deny('s3:*')]),
      expect: [{ ...open(['s3:GetObject'], [FILE]), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'the account of the bucket in a condition',
      given: held([allow(['s3:GetObject'], FILE, ours)]),
    },
    {
      name: 'the organization of the bucket in a condition, by the key in lower case',
      given: held([
        allow('s3:GetObject', FILE, {
          StringEquals: { 'aws:resourceorgid': 'o-abcde12345' },
        }),
      ]),
    },
    {
      name: 'an access point, whose ARN has the account',
      given: held([
        allow(
          's3:GetObject',
          'arn:aws:s3:eu-west-1:111122223333:accesspoint/config/object/*',
        ),
      ]),
    },
    {
      name: 'S3 on a resource that is none of S3',
      given: held([
        allow(
          ['s3:GetObject', 'ssm:GetParameters'],
          'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/currencies',
        ),
      ]),
    },
    {
      name: 'other services',
      given: held([allow('ecr:BatchGetImage')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function open(actions: readonly string[], buckets: readonly string[]) {
  return {
    message: 'anyOwner',
    data: { actions, buckets },
    at: 'inline:app#/Statement/0',
  } as const;
}
