import { aFinding } from '../__testUtils__/builders';
import { noFilter, occurring, passes } from './filter';

const finding = aFinding({ severity: 'high', slot: 'task', state: 'active' });

describe('passes', () => {
  it.each([
    ['no filter', noFilter, true],
    ['its severity', { ...noFilter, severity: 'high' as const }, true],
    ['another severity', { ...noFilter, severity: 'low' as const }, false],
    ['its slot', { ...noFilter, slot: 'task' as const }, true],
    ['another slot', { ...noFilter, slot: 'instance' as const }, false],
    ['its state', { ...noFilter, state: 'active' as const }, true],
    ['another state', { ...noFilter, state: 'mitigated' as const }, false],
    [
      'its severity but another slot',
      { ...noFilter, severity: 'high' as const, slot: 'instance' as const },
      false,
    ],
  ])('with %s', (_, filter, expected) => {
    expect(passes(finding, filter)).toBe(expected);
  });
});

describe('occurring', () => {
  it('names each value once, in order of appearance', () => {
    const slots = ['task', 'execution', 'task'] as const;
    expect(
      occurring(
        slots.map(slot => aFinding({ slot })),
        f => f.slot,
      ),
    ).toEqual(['task', 'execution']);
  });
});
