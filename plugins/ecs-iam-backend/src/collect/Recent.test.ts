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
    get: (key: string, after = -Infinity) =>
      recent.get(key, after, async () => {
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

it('reads again for whom the answer is too old, and gives the others the new one', async () => {
  const { get, pass, reads } = aShelf();
  await get('a');
  pass(10);

  expect(await get('a', 0)).toBe('a2');
  expect(await get('a')).toBe('a2');
  expect(reads).toEqual(['a', 'a']);
});

it('does not keep a failure', async () => {
  const { recent, get } = aShelf();
  const failing = recent.get('a', -Infinity, () =>
    Promise.reject(new Error('no')),
  );

  await expect(failing).rejects.toThrow('no');
  expect(await get('a')).toBe('a1');
});
