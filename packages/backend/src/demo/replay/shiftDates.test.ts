import { shiftDates } from './shiftDates';

const HOUR = 60 * 60 * 1000;

describe('shiftDates', () => {
  it('moves the numbers of JSON members that end in At or Date, at any depth', () => {
    const service = (createdAt: number) => ({
      services: [{ createdAt, deployments: [{ updatedAt: createdAt + 0.5 }] }],
      Parameters: [{ LastModifiedDate: createdAt }],
    });
    expect(shiftDates(service(1000), HOUR)).toEqual(service(4600));
  });

  it.each([
    ['a number of another name', { desiredCount: 1000 }],
    ['an At that is no number', { lookAt: 'here' }],
    ['numbers in a list', { launchedAt: [1, 2] }],
    ['an XML policy version', '<Version>2012-10-17</Version>'],
    ['a date within a text', '<a>since 2026-01-01T00:00:00Z on</a>'],
    [
      'a date in an encoded document',
      '<PolicyDocument>%7B%22aws%3ACurrentTime%22%3A%222026-01-01T00%3A00%3A00Z%22%7D</PolicyDocument>',
    ],
  ])('leaves %s alone', (_name, body) => {
    expect(shiftDates(body, HOUR)).toEqual(body);
  });

  it.each([
    ['<d>2026-01-01T23:30:00Z</d>', '<d>2026-01-02T00:30:00.000Z</d>'],
    ['<d>2026-01-01T00:00:00.250Z</d>', '<d>2026-01-01T01:00:00.250Z</d>'],
    ['<d>2026-01-01T00:00:00+00:00</d>', '<d>2026-01-01T01:00:00.000Z</d>'],
  ])('moves the date of %s', (before, after) => {
    expect(shiftDates(before, HOUR)).toBe(after);
  });
});
