/**
 * Works through jobs that are handed out one by one, a few at a time. A job that comes up while others run is taken
 * before the work ends.
 *
 * @throws what `next` throws, when the jobs that run then have ended: else the next run would meet them
 * @param options - `next`: hands out a job that may run beside those that are running, or none; `run`: must not throw
 */
export async function workThrough<Job>(options: {
  width: number;
  signal: AbortSignal;
  next(running: readonly Job[]): Promise<Job | undefined>;
  run(job: Job): Promise<void>;
}): Promise<void> {
  const { width, signal, next, run } = options;
  const running = new Map<Job, Promise<void>>();
  try {
    while (!signal.aborted) {
      const job =
        running.size < width ? await next([...running.keys()]) : undefined;
      if (job !== undefined) {
        running.set(
          job,
          run(job).finally(() => running.delete(job)),
        );
      } else if (running.size > 0) {
        await Promise.race(running.values());
      } else {
        return;
      }
    }
  } finally {
    await Promise.all(running.values());
  }
}
