import { aFinding } from '../__testUtils__/builders';
import { countBySeverity, pick, worstFirst, worstWarning } from './severity';

const low = aFinding({ id: 'low', severity: 'low' });
const high = aFinding({ id: 'high', severity: 'high' });
const critical = aFinding({ id: 'critical', severity: 'critical' });
const mitigated = aFinding({
  id: 'mitigated',
  severity: 'critical',
  state: 'mitigated',
});

const note = aFinding({ id: 'note', severity: 'info' });

describe('worstFirst', () => {
  it('puts the worst first, and what is mitigated after everything active', () => {
    expect(
      worstFirst([mitigated, low, critical, high]).map(({ id }) => id),
    ).toEqual(['critical', 'high', 'low', 'mitigated']);
  });

  it('orders equals by role, by rule and by id, so that the list does not change between loads', () => {
    const b = aFinding({ id: 'b', roleName: 'a-role' });
    const a = aFinding({ id: 'a', roleName: 'b-role' });
    const none = aFinding({ id: 'c', roleName: null });
    const otherRule = aFinding({
      id: '0',
      roleName: 'a-role',
      ruleId: 'iam.privesc',
    });
    expect(worstFirst([a, otherRule, b, none]).map(({ id }) => id)).toEqual([
      'c',
      'b',
      '0',
      'a',
    ]);
  });

  it('leaves what it is given as it is', () => {
    const given = [low, critical];
    worstFirst(given);
    expect(given).toEqual([low, critical]);
  });
});

describe('countBySeverity', () => {
  it('counts warnings only, worst first, without zeros', () => {
    expect(
      countBySeverity([note, low, mitigated, high, { ...low, id: 'low2' }]),
    ).toEqual([
      { severity: 'high', count: 1 },
      { severity: 'low', count: 2 },
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(countBySeverity([])).toEqual([]);
  });
});

describe('worstWarning', () => {
  it('is the worst that asks for action', () => {
    expect(worstWarning([note, low, mitigated, high])).toBe(high);
  });

  it('is none of notes and of what is mitigated', () => {
    expect(worstWarning([note, mitigated])).toBeUndefined();
  });
});

describe('pick', () => {
  it('leaves out ids without a finding', () => {
    expect(pick(['high', 'hidden'], [low, high])).toEqual([high]);
  });
});
