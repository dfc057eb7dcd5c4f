import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import { aReport } from './aReport';
import type { unusedAction } from './unused-action';

const OLD = '2024-01-10T08:00:00.000Z';
const LAST_WEEK = '2026-10-26T08:00:00Z';
const SPRING = '2026-04-20T11:30:00Z';

export const cases: RuleCases<typeof unusedAction> = {
  flagged: [
    {
      name: 'an action that the role never called, of a service that it calls',
      given: {
        usage: aReport(
          { s3: LAST_WEEK },
          { 's3:ListAllMyBuckets': LAST_WEEK, 's3:DeleteBucket': null },
        ),
        createdAt: OLD,
      },
      expect: [unused(['s3:DeleteBucket'])],
    },
    {
      name: 'actions of two services that it has not called since spring',
      given: {
        usage: aReport(
          { s3: LAST_WEEK, iam: LAST_WEEK },
          { 's3:CreateBucket': SPRING, 'iam:GetRole': SPRING },
        ),
        createdAt: OLD,
      },
      expect: [unused(['iam:GetRole', 's3:CreateBucket'])],
    },
    {
      name: 'the one of two actions that the policies still allow',
      given: {
        usage: aReport(
          { s3: LAST_WEEK },
          { 's3:CreateBucket': null, 's3:DeleteBucket': null },
        ),
        createdAt: OLD,
        ...held([allow('s3:Delete*')]),
      },
      expect: [unused(['s3:DeleteBucket'])],
    },
  ],
  accepted: [
    {
      name: 'all tracked actions were called of late',
      given: {
        usage: aReport({ s3: LAST_WEEK }, { 's3:CreateBucket': LAST_WEEK }),
        createdAt: OLD,
      },
    },
    {
      name: '`iam:PassRole`, of which nobody knows whether it was used',
      given: {
        usage: aReport({ iam: LAST_WEEK }, { 'iam:PassRole': null }),
        createdAt: OLD,
      },
    },
    {
      name: 'an action that the policies do not allow any more, in a report from before',
      given: {
        usage: aReport({ s3: LAST_WEEK }, { 's3:DeleteBucket': null }),
        createdAt: OLD,
        ...held([allow('s3:GetObject')]),
      },
    },
    {
      name: 'a service without tracked actions',
      given: { usage: aReport({ sqs: LAST_WEEK }, {}), createdAt: OLD },
    },
    {
      name: 'a service that is not used at all: `usage.unused-service`',
      given: {
        usage: aReport({ s3: null }, { 's3:CreateBucket': null }),
        createdAt: OLD,
      },
    },
    {
      name: 'a report on services alone',
      given: { usage: aReport({ s3: LAST_WEEK }), createdAt: OLD },
    },
    {
      name: 'a role that was created a month ago',
      given: {
        usage: aReport({ s3: LAST_WEEK }, { 's3:CreateBucket': null }),
        createdAt: '2026-10-01T08:00:00Z',
      },
    },
  ],
  undecided: [
    {
      name: 'a date that cannot be read',
      given: {
        usage: aReport({ s3: LAST_WEEK }, { 's3:CreateBucket': 'long ago' }),
        createdAt: OLD,
      },
      because: "'long ago' is not a date",
    },
  ],
};

function unused(actions: string[]) {
  return {
    message: 'unused',
    data: { actions, unusedAfterDays: 90 },
    at: '',
  } as const;
}
