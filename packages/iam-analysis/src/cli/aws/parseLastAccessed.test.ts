import { rootOf } from '../input/place';
import { parseLastAccessed } from './parseLastAccessed';

describe('parseLastAccessed', () => {
  it('reads services and actions', () => {
    expect(
      parseLastAccessed(
        rootOf({
          JobStatus: 'COMPLETED',
          JobType: 'ACTION_LEVEL',
          ServicesLastAccessed: [
            {
              ServiceName: 'Amazon S3',
              ServiceNamespace: 's3',
              LastAuthenticated: '2026-10-31T08:00:00+00:00',
              TrackedActionsLastAccessed: [
                {
                  ActionName: 'CreateBucket',
                  LastAccessedTime: '2026-10-30T08:00:00+00:00',
                },
                { ActionName: 'DeleteBucket' },
              ],
            },
            { ServiceName: 'AWS STS', ServiceNamespace: 'sts' },
          ],
          IsTruncated: false,
        }),
      ),
    ).toEqual({
      granularity: 'ACTION_LEVEL',
      services: [
        {
          namespace: 's3',
          lastAuthenticated: '2026-10-31T08:00:00.000Z',
          trackedActions: [
            { name: 'CreateBucket', lastAccessed: '2026-10-30T08:00:00.000Z' },
            { name: 'DeleteBucket', lastAccessed: null },
          ],
        },
        { namespace: 'sts', lastAuthenticated: null, trackedActions: [] },
      ],
    });
  });

  it('takes a report without a type for one on services', () => {
    expect(parseLastAccessed(rootOf({ ServicesLastAccessed: [] }))).toEqual({
      granularity: 'SERVICE_LEVEL',
      services: [],
    });
  });

  it.each([
    [
      'one that is not done',
      { JobStatus: 'IN_PROGRESS', ServicesLastAccessed: [] },
      '/JobStatus: expected a report whose job is COMPLETED, found "IN_PROGRESS"',
    ],
    [
      'something else',
      { Role: {} },
      '/ServicesLastAccessed: expected a report, as `aws iam get-service-last-accessed-details` prints it, found nothing',
    ],
    [
      'one page of several',
      { ServicesLastAccessed: [], IsTruncated: true },
      '/IsTruncated: expected the report with all its pages, found true',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseLastAccessed(rootOf(value))).toThrow(message);
  });
});
