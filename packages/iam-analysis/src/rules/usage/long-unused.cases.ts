import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import { aReport } from './aReport';
import type { longUnused } from './long-unused';

const OLD = '2024-01-10T08:00:00.000Z';
const LAST_WEEK = '2026-10-26T08:00:00Z';
// 385 days before the clock of the cases, which stands at 2026-11-02T09:00:00Z.
const LAST_AUTUMN = '2025-10-13T09:00:00Z';

export const cases: RuleCases<typeof longUnused> = {
  flagged: [
    {
      name: 'a service that the role has not called since last autumn',
      given: {
        usage: aReport({ s3: LAST_WEEK, sns: LAST_AUTUMN }),
        createdAt: OLD,
      },
      expect: [overAYear(['sns'])],
    },
    {
      name: 'services that it never called, as far as IAM remembers',
      given: { usage: aReport({ sqs: null, sns: null }), createdAt: OLD },
      expect: [asLongAsKnown(['sns', 'sqs'])],
    },
    {
      name: 'a service that it never called, of a role that is 385 days old',
      given: { usage: aReport({ sqs: null }), createdAt: LAST_AUTUMN },
      expect: [overAYear(['sqs'])],
    },
    {
      name: 'one that it has not called since last autumn, and one that it never called',
      given: {
        usage: aReport({ sqs: null, sns: LAST_AUTUMN }),
        createdAt: OLD,
      },
      expect: [overAYear(['sns']), asLongAsKnown(['sqs'])],
    },
  ],
  accepted: [
    {
      name: 'a service that it called 365 days ago to the hour',
      given: {
        usage: aReport({ s3: '2025-11-02T09:00:00Z' }),
        createdAt: OLD,
      },
    },
    {
      name: 'never called, by a role that is younger than a year',
      given: {
        usage: aReport({ s3: null }),
        createdAt: '2026-01-10T08:00:00Z',
      },
    },
    {
      name: 'a service that the policies do not allow any more, in a report from before',
      given: {
        usage: aReport({ s3: LAST_WEEK, sns: LAST_AUTUMN }),
        createdAt: OLD,
        ...held([allow('s3:GetObject')]),
      },
    },
    {
      name: 'called last week',
      given: { usage: aReport({ s3: LAST_WEEK }), createdAt: OLD },
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

function overAYear(services: string[]) {
  return {
    message: 'overAYear',
    data: { services, days: 365 },
    at: '',
  } as const;
}

function asLongAsKnown(services: string[]) {
  return {
    message: 'asLongAsKnown',
    data: { services, days: 400 },
    at: '',
  } as const;
}
