import type { TargetState } from '../inventory/Inventory';
import { IRELAND, STAGING, VIRGINIA } from '../testSupport/anInventory';
import { TargetCoverage } from './TargetCoverage';

function scanned(
  target: typeof IRELAND,
  lastSuccess: string | null,
  outcome: TargetState['outcome'] = 'succeeded',
): TargetState {
  return {
    ...target,
    lastAttempt: '2026-11-02T12:00:00.000Z',
    lastSuccess,
    outcome,
    error: outcome === 'failed' ? 'no route' : null,
    services: 0,
    roles: 0,
  };
}

const OLD = '2026-11-02T10:00:00.000Z';
const NEW = '2026-11-02T11:00:00.000Z';

describe('TargetCoverage', () => {
  it.each<[string, TargetState[], string | null]>([
    ['the oldest scan', [scanned(IRELAND, NEW), scanned(VIRGINIA, OLD)], OLD],
    [
      'nothing when one was never scanned',
      [scanned(IRELAND, null), scanned(VIRGINIA, OLD)],
      null,
    ],
    [
      'nothing when the last one was never scanned',
      [scanned(IRELAND, OLD), scanned(VIRGINIA, null)],
      null,
    ],
    ['nothing when one was never tried', [scanned(IRELAND, OLD)], null],
  ])('takes %s', (_, states, expected) => {
    const coverage = TargetCoverage.create([IRELAND, VIRGINIA], states);
    expect(coverage.scannedAt([IRELAND, VIRGINIA])).toBe(expected);
  });

  it('was never scanned where there is nothing to scan', () => {
    expect(TargetCoverage.create([], []).scannedAt([])).toBeNull();
  });

  it('is stale where the last scan failed and an earlier one did not', () => {
    const coverage = TargetCoverage.create(
      [IRELAND, VIRGINIA, STAGING],
      [
        scanned(IRELAND, NEW, 'failed'),
        scanned(VIRGINIA, OLD, 'failed'),
        scanned(STAGING, null, 'failed'),
      ],
    );
    expect(coverage.stale([IRELAND, VIRGINIA, STAGING])).toEqual({
      since: OLD,
      error: 'no route',
    });
    expect(coverage.stale([STAGING])).toBeNull();
  });

  it('is not stale after a partial scan', () => {
    const coverage = TargetCoverage.create(
      [IRELAND],
      [scanned(IRELAND, OLD, 'partial')],
    );
    expect(coverage.stale([IRELAND])).toBeNull();
  });
});
