import { aGap } from '../testSupport/inventoryFixtures';
import { IRELAND, STAGING } from '../testSupport/anInventory';
import type { NamedFamily } from '../entities/EntityMatch';
import type { StoredGap, TargetState } from '../inventory/Inventory';
import { explainMissingFamily } from './missingFamily';
import { TargetCoverage } from './TargetCoverage';

const named: NamedFamily = {
  family: 'report',
  place: null,
  value: 'report',
  matchedBy: ['ecs-iam.io/task-families'],
};

const scanned: TargetState = {
  ...IRELAND,
  lastAttempt: '2026-11-02T10:00:00.000Z',
  lastSuccess: '2026-11-02T10:00:00.000Z',
  outcome: 'succeeded',
  error: null,
  services: 1,
  roles: 1,
};
const broken: TargetState = {
  ...scanned,
  ...STAGING,
  lastSuccess: null,
  outcome: 'failed',
  error: 'The role Backstage-reader cannot be assumed',
};
const gap: StoredGap = {
  ...aGap(),
  ...STAGING,
  since: '2026-11-02T10:00:00.000Z',
};

describe('explainMissingFamily, of a family without a place', () => {
  it.each<[string, readonly TargetState[], readonly StoredGap[], string]>([
    [
      'is not found when all accounts were read in full',
      [scanned, { ...scanned, ...STAGING }],
      [{ ...gap, leavesIncomplete: ['role'] }],
      'not-found',
    ],
    [
      'may be in an account that was never read',
      [scanned, broken],
      [],
      'not-scanned',
    ],
    [
      'may be in an account whose services could not all be listed',
      [scanned, { ...scanned, ...STAGING }],
      [gap],
      'not-scanned',
    ],
  ])('%s', (_, states, gaps, expected) => {
    const { state, problem } = explainMissingFamily(named, {
      coverage: TargetCoverage.create([IRELAND, STAGING], states),
      targetsFrom: 'ecsIam.targets',
      gaps,
    });
    expect(state).toBe(expected);
    // Which accounts there are, and why they cannot be read, is not for everybody.
    expect(JSON.stringify(problem)).not.toMatch(
      /111122223333|444455556666|Backstage-reader|ListServices/,
    );
  });
});
