import { exactTime, relativeTime } from './formatTime';

const now = new Date('2026-11-23T12:00:00.000Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-23T11:59:40.000Z', 'now'],
    ['2026-11-23T11:59:00.000Z', '1 minute ago'],
    ['2026-11-23T11:48:00.000Z', '12 minutes ago'],
    ['2026-11-23T11:00:01.000Z', '59 minutes ago'],
    ['2026-11-23T10:01:00.000Z', '1 hour ago'],
    ['2026-11-22T12:00:00.000Z', 'yesterday'],
    ['2026-11-19T12:00:00.000Z', '4 days ago'],
    ['2026-09-01T12:00:00.000Z', '2 months ago'],
    ['2024-03-01T12:00:00.000Z', '2 years ago'],
    ['2026-11-23T13:00:00.000Z', 'in 1 hour'],
    ['never', 'never'],
  ])('of %s is %s', (iso, expected) => {
    expect(relativeTime(iso, now, 'en')).toBe(expected);
  });

  it('speaks the language of the app', () => {
    expect(relativeTime('2026-11-23T11:48:00.000Z', now, 'de')).toBe(
      'vor 12 Minuten',
    );
  });
});

describe('exactTime', () => {
  it('has date, time and time zone', () => {
    expect(exactTime('2026-11-23T11:48:00.000Z', 'en')).toMatch(
      /^Nov 23, 2026.* \d+:\d\d:\d\d\s(AM|PM) .+/,
    );
  });

  it('gives back what is no date', () => {
    expect(exactTime('soon', 'en')).toBe('soon');
  });
});
