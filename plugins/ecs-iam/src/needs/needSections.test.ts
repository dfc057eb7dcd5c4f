import {
  aNeed,
  anExcess,
  anUnresolvedNeed,
  aSlotNeeds,
} from '../__testUtils__/needs';
import { excessKinds, isEmpty, needSections } from './needSections';

const nothing = aSlotNeeds({ permissions: [], excess: [], unresolved: [] });

describe('needSections', () => {
  it('tells what breaks from what is tolerated, and keeps the order of the server', () => {
    const first = aNeed({ state: 'missing', phrase: 'first' });
    const tolerated = aNeed({ state: 'missing', breaks: false });
    const second = aNeed({ state: 'missing', phrase: 'second' });
    const held = aNeed();
    const conditional = aNeed({ state: 'conditional' });
    const unknown = aNeed({ state: 'unknown' });
    const unresolved = anUnresolvedNeed();
    const unseen = anUnresolvedNeed({ certain: false });
    expect(
      needSections(
        aSlotNeeds({
          permissions: [held, first, tolerated, unknown, second, conditional],
          unresolved: [unseen, unresolved],
        }),
      ),
    ).toEqual({
      missing: [first, second],
      tolerated: [tolerated],
      excess: [],
      conditional: [conditional],
      unknown: [unknown],
      held: [held],
      unresolved: [unresolved],
      unseen: [unseen],
    });
  });

  it('puts the worst kind of excess first', () => {
    const excess = [...excessKinds].reverse().map(kind => anExcess({ kind }));
    expect(
      needSections(aSlotNeeds({ excess })).excess.map(({ kind }) => kind),
    ).toEqual(excessKinds);
  });
});

describe('isEmpty', () => {
  it.each([
    ['nothing', nothing, true],
    ['a need', { ...nothing, permissions: [aNeed()] }, false],
    ['excess', { ...nothing, excess: [anExcess()] }, false],
    [
      'what cannot be resolved',
      { ...nothing, unresolved: [anUnresolvedNeed()] },
      false,
    ],
    [
      'what may be needed',
      { ...nothing, unresolved: [anUnresolvedNeed({ certain: false })] },
      false,
    ],
  ])('of %s', (_, slot, expected) => {
    expect(isEmpty(needSections(slot))).toBe(expected);
  });
});
