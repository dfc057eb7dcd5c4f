import { workThrough } from './workThrough';

/** Jobs that end when the test says so. */
function jobsByHand() {
  const ends = new Map<string, () => void>();
  const started: string[] = [];
  return {
    started,
    run: (job: string) => {
      started.push(job);
      return new Promise<void>(resolve => {
        ends.set(job, resolve);
      });
    },
    end: async (job: string) => {
      ends.get(job)?.();
      // Lets everything run that the end of the job set off.
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    },
  };
}

describe('workThrough', () => {
  const signal = new AbortController().signal;

  it('runs no more jobs at a time than its width', async () => {
    const queue = ['a', 'b', 'c'];
    const { started, run, end } = jobsByHand();
    const work = workThrough({
      width: 2,
      signal,
      next: async () => queue.shift(),
      run,
    });
    await end('none');
    expect(started).toEqual(['a', 'b']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
    await end('a');
    await end('c');
    await work;
  });

  it('takes up a job that comes while the last one runs', async () => {
    const queue = ['a'];
    const { started, run, end } = jobsByHand();
    const work = workThrough({
      width: 2,
      signal,
      next: async () => queue.shift(),
      run,
    });
    await end('none');
    queue.push('late');
    await end('a');
    expect(started).toEqual(['a', 'late']);
    await end('late');
    await work;
  });

  it('tells what is running, so that two jobs can be kept apart', async () => {
    const queue = ['x1', 'x2', 'y1'];
    const { started, run, end } = jobsByHand();
    const work = workThrough<string>({
      width: 3,
      signal,
      next: async running => {
        const index = queue.findIndex(job =>
          running.every(other => other.charAt(0) !== job.charAt(0)),
        );
        return index < 0 ? undefined : queue.splice(index, 1)[0];
      },
      run,
    });
    await end('none');
    expect(started).toEqual(['x1', 'y1']);
    await end('x1');
    expect(started).toEqual(['x1', 'y1', 'x2']);
    await end('y1');
    await end('x2');
    await work;
  });

  it('begins nothing after it was stopped, and waits for what runs', async () => {
    const controller = new AbortController();
    const queue = ['a', 'b'];
    const { started, run, end } = jobsByHand();
    let ended = false;
    const work = workThrough({
      width: 1,
      signal: controller.signal,
      next: async () => queue.shift(),
      run,
    }).then(() => {
      ended = true;
    });
    await end('none');
    controller.abort();
    expect(ended).toBe(false);
    await end('a');
    await work;
    expect(started).toEqual(['a']);
  });

  it('does not leave jobs running behind a failure to hand out the next', async () => {
    const ended: string[] = [];
    let finish = () => {};
    const work = workThrough<string>({
      width: 2,
      signal: new AbortController().signal,
      next: async running => {
        if (running.length > 0) {
          setImmediate(() => finish());
          throw new Error('the database is away');
        }
        return 'a';
      },
      run: job =>
        new Promise<void>(resolve => {
          finish = resolve;
        }).then(() => {
          ended.push(job);
        }),
    });
    await expect(work).rejects.toThrow('the database is away');
    expect(ended).toEqual(['a']);
  });
});
