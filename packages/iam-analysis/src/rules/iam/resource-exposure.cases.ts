import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { resourceExposure } from './resource-exposure';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof resourceExposure> = {
  flagged: [
    {
      name: 'a policy of any bucket',
      given: held([allow(['s3:PutBucketPolicy', 's3:GetObject'])]),
      expect: [exposing('s3:PutBucketPolicy')],
    },
    {
      name: 'permissions by a pattern, on every key of the account',
      given: held([allow('kms:CreateG*', 'arn:aws:kms:*:111122223333:key/*')]),
      expect: [exposing('kms:CreateGrant')],
    },
    {
      name: 'under a weak condition: one level lower',
      given: held([
        allow('s3:PutBucketPolicy', '*', {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
      expect: [{ ...exposing('s3:PutBucketPolicy'), severity: 'medium' }],
    },
    {
      name: 'a Deny takes one of two away',
      given: held([
        allow(['s3:PutBucketPolicy', 's3:PutBucketAcl']),
        deny('s3:PutBucketAcl'),
      ]),
      expect: [
        { ...exposing('s3:PutBucketAcl'), mitigatedBy: 'deny' },
        exposing('s3:PutBucketPolicy'),
      ],
    },
    {
      name: 'a condition that binds it to some resources: mitigated',
      given: held([
        allow('kms:CreateGrant', '*', {
          StringEquals: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
        }),
      ]),
      expect: [{ ...exposing('kms:CreateGrant'), mitigatedBy: 'condition' }],
    },
    {
      name: 'a boundary that knows one bucket only: mitigated',
      given: held(
        [allow('s3:PutBucketPolicy')],
        [allow('s3:*', ['arn:aws:s3:::assets', 'arn:aws:s3:::assets/*'])],
      ),
      expect: [{ ...exposing('s3:PutBucketPolicy'), mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    {
      name: 'the policy of one bucket',
      given: held([allow('s3:PutBucketPolicy', 'arn:aws:s3:::assets')]),
    },
    {
      name: 'an ARN that is no bucket reaches none',
      given: held([allow('s3:PutBucketPolicy', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'reading who may reach a bucket',
      given: held([allow('s3:GetBucketPolicy')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function exposing(...actions: string[]) {
  return {
    message: 'held',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}
