import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { bucketPolicyPrivesc } from './bucket-policy-privesc';

const BUCKET = 'arn:aws:s3:::assets';
const OBJECTS = 'arn:aws:s3:::assets/*';
const ALL_RIGHTS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];

export const cases: RuleCases<typeof bucketPolicyPrivesc> = {
  flagged: [
    {
      name: 'the policy of a bucket whose objects the role may not touch',
      given: held([allow('s3:PutBucketPolicy', BUCKET)]),
      expect: [yielding('s3:PutBucketPolicy', ALL_RIGHTS)],
    },
    {
      name: 'of a bucket whose objects it may only read',
      given: held([
        allow('s3:PutBucketPolicy', BUCKET),
        allow('s3:GetObject', OBJECTS),
      ]),
      expect: [
        yielding('s3:PutBucketPolicy', ['s3:PutObject', 's3:DeleteObject']),
      ],
    },
    {
      name: 'rights on the objects of another bucket',
      given: held([
        allow('s3:PutBucketPolicy', BUCKET),
        allow(ALL_RIGHTS, 'arn:aws:s3:::logos/*'),
      ]),
      expect: [yielding('s3:PutBucketPolicy', ALL_RIGHTS)],
    },
    {
      name: 'every right, but written for the bucket in place of its objects',
      given: held([allow('s3:*', BUCKET)]),
      expect: [
        yielding('s3:PutBucketPolicy', ALL_RIGHTS, BUCKET),
        yielding('s3:PutBucketAcl', ['s3:PutObject'], BUCKET),
        yielding('s3:PutLifecycleConfiguration', ['s3:DeleteObject'], BUCKET),
      ],
    },
    {
      name: 'an access list and rules of a lifecycle',
      given: held([
        allow(['s3:PutBucketAcl', 's3:PutLifecycleConfiguration'], BUCKET),
        allow('s3:GetObject', OBJECTS),
      ]),
      expect: [
        yielding('s3:PutBucketAcl', ['s3:PutObject']),
        yielding('s3:PutLifecycleConfiguration', ['s3:DeleteObject']),
      ],
    },
    {
      name: 'any bucket',
      given: held([allow('s3:PutBucketPolicy', '*')]),
      expect: [yielding('s3:PutBucketPolicy', ALL_RIGHTS, '*')],
    },
    {
      name: 'a Deny of it: mitigated',
      given: held([
        allow('s3:PutBucketPolicy', BUCKET),
        deny('s3:PutBucketPolicy'),
      ]),
      expect: [
        {
          ...yielding('s3:PutBucketPolicy', ALL_RIGHTS),
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'a boundary without it: mitigated',
      given: held(
        [allow('s3:PutBucketPolicy', BUCKET)],
        [allow(['s3:Get*', 's3:PutObject'])],
      ),
      expect: [
        {
          ...yielding('s3:PutBucketPolicy', ALL_RIGHTS),
          mitigatedBy: 'boundary',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'with all rights on the objects, in another statement',
      given: held([
        allow('s3:PutBucketPolicy', BUCKET),
        allow(ALL_RIGHTS, OBJECTS),
      ]),
    },
    {
      name: 'all of S3 on the bucket and its objects',
      given: held([allow('s3:*', [BUCKET, OBJECTS])]),
    },
    {
      name: 'rights on every object',
      given: held([
        allow('s3:PutBucketPolicy', BUCKET),
        allow(['s3:Get*', 's3:*Object'], '*'),
      ]),
    },
    {
      name: 'rules of a lifecycle, by who may delete the objects anyway',
      given: held([
        allow('s3:PutLifecycleConfiguration', BUCKET),
        allow('s3:DeleteObject', OBJECTS),
      ]),
    },
    {
      name: 'reading the policy of a bucket',
      given: held([allow(['s3:GetBucketPolicy', 's3:GetBucketAcl'], BUCKET)]),
    },
    {
      name: 'objects in place of a bucket: it allows nothing',
      given: held([allow('s3:PutBucketPolicy', OBJECTS)]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow(['iam:*', 's3:PutBucketPolicy'])]),
    },
  ],
};

function yielding(
  action: string,
  yields: readonly string[],
  resource: string = BUCKET,
) {
  return {
    message: 'yields',
    data: { actions: [action], resources: [resource], yields },
    at: 'inline:app#/Statement/0',
  } as const;
}
