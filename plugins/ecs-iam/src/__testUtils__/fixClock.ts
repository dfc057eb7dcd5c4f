/** The present in tests: twelve minutes after the scan of the builders. */
export const now = '2026-11-23T12:00:00.000Z';

/** Stops the clock of each test of a file at `now`. Timers go on by themselves. */
export function fixClock() {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(now), advanceTimers: true });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}
