import { act, renderHook, waitFor } from '@testing-library/react';
import { useResource } from './useResource';

describe('useResource', () => {
  it('loads, then gives the value', async () => {
    const load = async () => 'value';
    const { result } = renderHook(() => useResource(load));
    expect(result.current).toEqual({ status: 'loading' });
    await waitFor(() =>
      expect(result.current).toMatchObject({
        status: 'loaded',
        value: 'value',
      }),
    );
  });

  it('gives the error of a load that failed, and tries again on demand', async () => {
    const load = jest
      .fn()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValueOnce('yes');
    const { result } = renderHook(() => useResource<string>(load));
    await waitFor(() =>
      expect(result.current).toMatchObject({
        status: 'failed',
        error: new Error('no'),
      }),
    );
    act(() => {
      if (result.current.status === 'failed') {
        result.current.reload();
      }
    });
    await waitFor(() =>
      expect(result.current).toMatchObject({ status: 'loaded', value: 'yes' }),
    );
  });

  it('never shows what belongs to something else', async () => {
    const first = async () => 'first';
    const second = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => useResource(load), {
      initialProps: { load: first },
    });
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    rerender({ load: second });
    expect(result.current).toEqual({ status: 'loading' });
  });

  it('ignores an answer that comes after the question has changed', async () => {
    let answer = (_: string) => {};
    const slow = () =>
      new Promise<string>(resolve => {
        answer = resolve;
      });
    const fast = async () => 'fast';
    const { result, rerender } = renderHook(({ load }) => useResource(load), {
      initialProps: { load: slow as () => Promise<string> },
    });
    rerender({ load: fast });
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    await act(async () => answer('slow'));
    expect(result.current).toMatchObject({ status: 'loaded', value: 'fast' });
  });

  it('keeps the old value while the same thing is loaded again', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('old')
      .mockReturnValueOnce(new Promise(() => {}));
    const { result } = renderHook(() => useResource(load));
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    act(() => {
      if (result.current.status === 'loaded') {
        result.current.reload();
      }
    });
    expect(load).toHaveBeenCalledTimes(2);
    expect(result.current).toMatchObject({ status: 'loaded', value: 'old' });
  });
});
