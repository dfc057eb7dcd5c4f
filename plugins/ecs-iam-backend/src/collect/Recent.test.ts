import { Recent } from './Recent';

function aShelf() {
  let now = 0;
  const reads: string[] = [];
  const recent = Recent.create<string>({ maxAge: 100, now: () => now });
  return {
    reads,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    get: (key: string) =>
      recent.get(key, async () => {
        reads.push(key);
        return `${key}${reads.length}`;
      }),
    recent,
  };
}

it('reads once for those who ask at the same time', async () => {
  const { get } = aShelf();

  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual([
    'a1',
    'a1',
    'b2',
  ]);
});

it('reads again when the answer is old', async () => {
  const { get, pass, reads } = aShelf();
  await get('a');
  pass(99);
  await get('a');
  expect(reads).toEqual(['a']);
  pass(1);
  await get('a');
  expect(reads).toEqual(['a', 'a']);
});

it('does not keep a failure', async () => {
  const { recent, get } = aShelf();
  const failing = recent.get('a', () => Promise.reject(new Error('no')));

  await expect(failing).rejects.toThrow('no');
  expect(await get('a')).toBe('a1');
});
