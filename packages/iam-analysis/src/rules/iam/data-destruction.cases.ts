import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { dataDestruction } from './data-destruction';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof dataDestruction> = {
  flagged: [
    {
      name: 'deletes any bucket, table and key',
      given: held([
        allow([
          'dynamodb:DeleteTable',
          'kms:ScheduleKeyDeletion',
          's3:DeleteBucket',
          's3:DeleteBucketPolicy',
        ]),
      ]),
      expect: [
        destroying(
          'dynamodb:DeleteTable',
          'kms:ScheduleKeyDeletion',
          's3:DeleteBucket',
        ),
      ],
    },
    {
      name: 'snapshots and volumes, by a pattern',
      given: held([allow(['ec2:Delete?n*', 'ec2:DeleteVol*'])]),
      expect: [destroying('ec2:DeleteSnapshot', 'ec2:DeleteVolume')],
    },
    {
      name: 'every log group, without a `*` in place of the ARN',
      given: held([
        allow('logs:DeleteLogGroup', 'arn:aws:logs:*:111122223333:*'),
      ]),
      expect: [destroying('logs:DeleteLogGroup')],
    },
    {
      name: 'a Deny of one bucket leaves the others',
      given: held([
        allow('s3:DeleteObject'),
        deny('s3:DeleteObject', 'arn:aws:s3:::backups/*'),
      ]),
      expect: [destroying('s3:DeleteObject')],
    },
    {
      name: 'a Deny in another statement of the same actions: mitigated',
      given: held([allow('secretsmanager:DeleteSecret'), deny('*:Delete*')]),
      expect: [
        { ...destroying('secretsmanager:DeleteSecret'), mitigatedBy: 'deny' },
      ],
    },
  ],
  accepted: [
    {
      name: 'the objects of one bucket',
      given: held([allow('s3:DeleteObject', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'deletes what can be made again',
      given: held([
        allow([
          'ec2:DeleteRouteTable',
          'kms:DeleteAlias',
          's3:DeleteBucketWebsite',
        ]),
      ]),
    },
    {
      name: 'makes snapshots and restores them',
      given: held([
        allow(['ec2:CreateSnapshot', 'dynamodb:RestoreTableFromBackup']),
      ]),
    },
    {
      name: 'takes a deletion back',
      given: held([
        allow(['kms:CancelKeyDeletion', 'secretsmanager:RestoreSecret']),
      ]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function destroying(...actions: string[]) {
  return {
    message: 'destroys',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}
