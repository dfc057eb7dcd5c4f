import { Duration } from 'luxon';
import { at, IRELAND } from '../testSupport/anInventory';
import type { TargetState } from '../inventory/Inventory';
import { dueTargets, millisecondsOf } from './dueTargets';

function readAt(lastAttempt: string | null): TargetState {
  return {
    ...IRELAND,
    lastAttempt: lastAttempt && at(lastAttempt).toISOString(),
    lastSuccess: null,
    outcome: 'succeeded',
    error: null,
    services: 0,
    roles: 0,
  };
}

const halfHour = { minutes: 30 };
const cron = { cron: '0 * * * *' };
const manual = { trigger: 'manual' } as const;

describe('dueTargets', () => {
  it.each([
    ['never read', halfHour, null, false, true],
    ['never read, on request', manual, null, true, true],
    ['read a period ago', halfHour, '09:30', false, true],
    ['read a little less than a period ago', halfHour, '09:31', false, true],
    ['read within half a period', halfHour, '09:46', false, false],
    ['read within the cool-down, by cron', cron, '09:59:30', false, false],
    ['read before the cool-down, by cron', cron, '09:58', false, true],
    ['without a schedule, started by hand', manual, '09:59', false, true],
    ['without a schedule, on request', manual, '08:00', true, false],
  ])('%s', (_, frequency, lastAttempt, isRequested, expected) => {
    const target = readAt(lastAttempt);
    expect(
      dueTargets([target], {
        frequency,
        cooldownMilliseconds: 60_000,
        isRequested,
        now: at('10:00'),
      }),
    ).toEqual(expected ? [target] : []);
  });
});

describe('millisecondsOf', () => {
  it.each<[string, Parameters<typeof millisecondsOf>[0]]>([
    ['an object', { minutes: 25 }],
    ['a Duration', Duration.fromISO('PT25M')],
  ])('%s', (_, duration) => {
    expect(millisecondsOf(duration)).toBe(1_500_000);
  });
});
