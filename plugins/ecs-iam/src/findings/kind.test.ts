import { aFinding } from '../__testUtils__/builders';
import { kindOf, ofKind } from './kind';

describe('kindOf', () => {
  it.each([
    ['active', 'critical', 'warning'],
    ['active', 'low', 'warning'],
    ['active', 'info', 'note'],
    ['mitigated', 'critical', 'mitigated'],
    ['mitigated', 'low', 'mitigated'],
    ['mitigated', 'info', 'note'],
    ['waived', 'critical', 'waived'],
    ['waived', 'info', 'waived'],
    ['resolved', 'high', 'resolved'],
  ] as const)('of what is %s and %s is %s', (state, severity, kind) => {
    expect(kindOf({ state, severity })).toBe(kind);
  });
});

describe('ofKind', () => {
  it('picks in the order that it finds', () => {
    const low = aFinding({ id: 'low', severity: 'low' });
    const note = aFinding({ id: 'note', severity: 'info' });
    const admin = aFinding();
    expect(ofKind([low, note, admin], 'warning')).toEqual([low, admin]);
    expect(ofKind([low, note, admin], 'note')).toEqual([note]);
    expect(ofKind([low, note, admin], 'mitigated')).toEqual([]);
  });
});
