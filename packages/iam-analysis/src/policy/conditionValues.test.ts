import { readBoolean, readDate, readNumber } from './conditionValues';

it.each([
  ['true', true],
  ['False', false],
  ['1', null],
  ['', null],
  ['true ', null],
])('the boolean %p is %p', (text, expected) => {
  expect(readBoolean(text)).toBe(expected);
});

it.each([
  ['10', 10],
  ['-0.5', -0.5],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['', null],
  ['.', null],
  ['10 ', null],
  ['10abc', null],
  ['1e3', null],
  ['0x10', null],
  ['Infinity', null],
])('the number %p is %p', (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

it.each([
  ['2026-01-31T10:20:30Z', '2026-01-31T10:20:30.000Z'],
  ['2026-01-31T10:20Z', '2026-01-31T10:20:00.000Z'],
  ['2026-01-31T10:20:30.25Z', '2026-01-31T10:20:30.250Z'],
  ['2026-01-31T10:20:30+02:00', '2026-01-31T08:20:30.000Z'],
  ['2026-01-31T10:20:30-0530', '2026-01-31T15:50:30.000Z'],
  ['2026-01-31t10:20:30z', '2026-01-31T10:20:30.000Z'],
  // Not in the place where this runs.
  ['2026-01-31T10:20:30', '2026-01-31T10:20:30.000Z'],
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['1767225600', '2026-01-01T00:00:00.000Z'],
  ['1767225600.5', '2026-01-01T00:00:00.500Z'],
  ['0', '1970-01-01T00:00:00.000Z'],
])('the date %p is %p', (text, expected) => {
  expect(readDate(text)).toBe(Date.parse(expected));
});

it.each([
  '',
  'yesterday',
  '2026-13-01',
  '2026-00-01',
  '2026-02-30',
  '2026-01-31T24:00:00Z',
  '2026-01-31T10:60Z',
  '2026-01-31 10:20:30Z',
  '2026-01-31T10Z',
  '31.01.2026',
  '2026-01-*',
])('%p is no date', text => {
  expect(readDate(text)).toBeNull();
});
