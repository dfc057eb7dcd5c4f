import { act, renderHook } from '@testing-library/react';
import { useFirst } from './useFirst';

describe('useFirst', () => {
  it.each([
    [[], [], 0],
    [['a', 'b'], ['a', 'b'], 0],
    // The button would take as much room.
    [['a', 'b', 'c'], ['a', 'b', 'c'], 0],
    [['a', 'b', 'c', 'd'], ['a', 'b'], 2],
  ])('of %j shows %j, and %d more on demand', (items, shown, more) => {
    const { result } = renderHook(() => useFirst(items, 2));
    expect(result.current).toMatchObject({ shown, more });
    act(() => result.current.showAll());
    expect(result.current).toMatchObject({ shown: items, more: 0 });
  });
});
