import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { EcsIamApi, Scan } from '@ecs-iam/plugin-ecs-iam-common';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { aScan } from '../__testUtils__/builders';
import { ecsIamApiMock } from '../__testUtils__/ecsIamApiMock';
import { failWith } from '../__testUtils__/failWith';
import { useScan } from './useScan';

const running = aScan({ state: 'running', progress: { done: 0, total: 1 } });

function renderScan(api: Partial<EcsIamApi>, underWay: Scan | null = null) {
  const mock = ecsIamApiMock(api);
  const onFinished = jest.fn();
  const view = renderHook(
    () =>
      useScan({
        entityRef: 'component:default/checkout',
        underWay,
        onFinished,
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[mock]}>{children}</TestApiProvider>
      ),
    },
  );
  return { ...view, api: mock, onFinished };
}

async function pass(ms: number) {
  await act(async () => jest.advanceTimersByTimeAsync(ms));
}

describe('useScan', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does nothing by itself', async () => {
    const { result, api } = renderScan({});
    await pass(60_000);
    expect(result.current).toMatchObject({ isRunning: false, notice: null });
    expect(api.getScan).not.toHaveBeenCalled();
  });

  it('starts a scan of the entity and follows it to its end', async () => {
    const half = aScan({ state: 'running', progress: { done: 1, total: 2 } });
    const getScan = jest
      .fn()
      .mockResolvedValueOnce(half)
      .mockResolvedValueOnce(aScan());
    const { result, api, onFinished } = renderScan({
      startScan: async () => running,
      getScan,
    });

    act(() => result.current.start());
    expect(result.current.isRunning).toBe(true);
    await pass(0);
    expect(api.startScan).toHaveBeenCalledWith({
      entityRef: 'component:default/checkout',
    });

    await pass(2_000);
    expect(result.current).toMatchObject({ isRunning: true, scan: half });
    expect(onFinished).not.toHaveBeenCalled();

    await pass(2_000);
    expect(result.current).toMatchObject({
      isRunning: false,
      notice: { kind: 'finished' },
    });
    expect(onFinished).toHaveBeenCalledTimes(1);

    await pass(60_000);
    expect(getScan).toHaveBeenCalledTimes(2);
  });

  it('follows a scan that is under way when the page opens', async () => {
    const { result, onFinished } = renderScan(
      { getScan: async () => aScan({ state: 'partial' }) },
      running,
    );
    expect(result.current.isRunning).toBe(true);
    await pass(2_000);
    expect(result.current).toMatchObject({
      isRunning: false,
      notice: { kind: 'partial' },
    });
    expect(onFinished).toHaveBeenCalledTimes(1);
  });

  it('says why a scan failed, by target', async () => {
    const [target] = aScan().targets;
    const { result } = renderScan(
      {
        getScan: async () =>
          aScan({
            state: 'failed',
            targets: [{ ...target, error: 'No credentials.' }],
          }),
      },
      running,
    );
    await pass(2_000);
    expect(result.current.notice).toEqual({
      kind: 'failed',
      reason: '111122223333 eu-west-1: No credentials.',
    });
  });

  it.each([
    [409, 'cool-down'],
    [403, 'start-failed'],
    [503, 'start-failed'],
  ])('takes a %d for %s', async (status, kind) => {
    const { result, onFinished } = renderScan({
      startScan: () => failWith(status, 'SomeError', 'Wait 42 seconds.'),
    });
    act(() => result.current.start());
    await pass(0);
    expect(result.current).toMatchObject({
      isRunning: false,
      notice: { kind, reason: 'Wait 42 seconds.' },
    });
    expect(onFinished).not.toHaveBeenCalled();
  });

  it('bears two failed questions, and gives up at the third in a row', async () => {
    const getScan = jest
      .fn()
      .mockRejectedValueOnce(new Error('1'))
      .mockRejectedValueOnce(new Error('2'))
      .mockResolvedValueOnce(running)
      .mockRejectedValueOnce(new Error('3'))
      .mockRejectedValueOnce(new Error('4'))
      .mockRejectedValueOnce(new Error('5'));
    const { result } = renderScan({ getScan }, running);
    await pass(10_000);
    expect(result.current.isRunning).toBe(true);
    await pass(2_000);
    expect(result.current).toMatchObject({
      isRunning: false,
      notice: { kind: 'lost', reason: '5' },
    });
  });

  it('stops asking after ten minutes', async () => {
    const getScan = jest.fn().mockResolvedValue(running);
    const { result } = renderScan({ getScan }, running);
    await pass(600_000);
    expect(result.current).toMatchObject({
      isRunning: false,
      notice: { kind: 'slow' },
    });
    await pass(600_000);
    expect(getScan).toHaveBeenCalledTimes(300);
  });

  it('stops asking when the page is left', async () => {
    const getScan = jest.fn().mockResolvedValue(running);
    const { unmount } = renderScan({ getScan }, running);
    await pass(2_000);
    unmount();
    await pass(60_000);
    expect(getScan).toHaveBeenCalledTimes(1);
  });
});
