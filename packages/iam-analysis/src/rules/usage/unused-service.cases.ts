import { aReport } from './aReport';
import { defaultSettings } from '../../analysis/settings';
import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { unusedService } from './unused-service';

const OLD = '2024-01-10T08:00:00.000Z';
const LAST_WEEK = '2026-10-26T08:00:00Z';
const SPRING = '2026-04-20T11:30:00Z';

export const cases: RuleCases<typeof unusedService> = {
  flagged: [
    {
      name: 'a service that the role never called, beside one that it calls',
      given: {
        usage: aReport({ s3: LAST_WEEK, sqs: null }),
        createdAt: OLD,
      },
      expect: [unused(['sqs'])],
    },
    {
      name: 'services that it has not called since spring',
      given: {
        usage: aReport({ sns: SPRING, dynamodb: SPRING, s3: LAST_WEEK }),
        createdAt: OLD,
      },
      expect: [unused(['dynamodb', 'sns'])],
    },
    {
      name: 'a service that it has not called for a month, where 30 days are the setting',
      given: {
        usage: aReport({ s3: '2026-10-01T08:00:00Z' }),
        createdAt: OLD,
      },
      context: { settings: { ...defaultSettings, unusedAfterDays: 30 } },
      expect: [unused(['s3'], 30)],
    },
    {
      name: 'services that the policies still allow, one by a wildcard, and one that is newer than the list of actions',
      given: {
        usage: aReport({ 'brand-new': null, s3: null, sqs: null }),
        createdAt: OLD,
        ...held([allow('s3:GetObject'), allow({ not: 's3:*' })]),
      },
      expect: [unused(['brand-new', 's3', 'sqs'])],
    },
  ],
  accepted: [
    {
      name: 'all services were called of late',
      given: {
        usage: aReport({ s3: LAST_WEEK, sqs: '2026-08-04T09:00:00Z' }),
        createdAt: OLD,
      },
    },
    {
      name: 'a role that was created a month ago',
      given: {
        usage: aReport({ s3: null }),
        createdAt: '2026-10-01T08:00:00Z',
      },
    },
    {
      name: 'a service that the policies do not allow any more, in a report from before',
      given: {
        usage: aReport({ s3: LAST_WEEK, sqs: null }),
        createdAt: OLD,
        ...held([allow('s3:GetObject')]),
      },
    },
    {
      name: 'a role that may do nothing',
      given: { usage: aReport({}), createdAt: OLD },
    },
  ],
  undecided: [
    {
      name: 'a date that cannot be read',
      given: { usage: aReport({ s3: 'long ago' }), createdAt: OLD },
      because: "'long ago' is not a date",
    },
  ],
};

function unused(services: string[], unusedAfterDays: number = 90) {
  return {
    message: 'unused',
    data: { services, unusedAfterDays },
    at: '',
  } as const;
}
