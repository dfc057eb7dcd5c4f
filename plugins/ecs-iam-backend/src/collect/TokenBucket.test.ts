import { TokenBucket } from './TokenBucket';

/** A clock that notes how long it was asked to sleep, and does not sleep. */
function aClock() {
  const sleeps: number[] = [];
  let now = 0;
  return {
    sleeps,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    now: () => now,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds);
    },
  };
}

const rate = { burst: 3, perSecond: 2 };

it('lets the burst through at once and makes each further call wait longer', async () => {
  const clock = aClock();
  const bucket = TokenBucket.create(rate, clock);

  await Promise.all(Array.from({ length: 6 }, () => bucket.take()));

  expect(clock.sleeps).toEqual([500, 1000, 1500]);
});

it('fills up again with time, but never beyond the burst', async () => {
  const clock = aClock();
  const bucket = TokenBucket.create(rate, clock);
  await Promise.all(Array.from({ length: 3 }, () => bucket.take()));

  clock.pass(60_000);
  await Promise.all(Array.from({ length: 4 }, () => bucket.take()));

  expect(clock.sleeps).toEqual([500]);
});

it('ends the wait when the signal aborts it', async () => {
  const bucket = TokenBucket.create({ burst: 1, perSecond: 0.001 });
  const controller = new AbortController();
  await bucket.take();
  const waiting = bucket.take(controller.signal);

  controller.abort();

  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
