import { dayText } from './dayText';

describe('dayText', () => {
  it.each([
    ['2026-09-26', 'en', 'Sep 26, 2026'],
    ['2026-09-26', 'de', '26.09.2026'],
    ['2026-01-01', 'en-GB', '1 Jan 2026'],
    ['soon', 'en', 'soon'],
  ])('of %s in %s is %s', (date, language, expected) => {
    expect(dayText(date, language)).toBe(expected);
  });
});
