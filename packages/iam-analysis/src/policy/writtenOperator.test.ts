import { spellingsOf, takeApart, writeOperator } from './writtenOperator';

const plain = { set: null, ifExists: false } as const;

it.each([
  ['StringEquals', { ...plain, operator: 'StringEquals' }],
  ['stringequals', { ...plain, operator: 'stringequals' }],
  [
    'ForAllValues:StringLikeIfExists',
    { set: 'ForAllValues', ifExists: true, operator: 'StringLike' },
  ],
  [
    'FORANYVALUE:Arnlikeifexists',
    { set: 'ForAnyValue', ifExists: true, operator: 'Arnlike' },
  ],
  ['ForAllValues:Null', { ...plain, set: 'ForAllValues', operator: 'Null' }],
])('%p is taken apart', (written, expected) => {
  const { traits, ...parts } = takeApart(written);
  expect(parts).toEqual(expected);
  expect(traits).toBeDefined();
});

it.each([
  'StringIs',
  'NullIfExists',
  'ForSomeValues:StringEquals',
  'ForAllValues: StringEquals',
  'ForAllValues:ForAnyValue:StringEquals',
  'StringEqualsIfExistsIfExists',
  'IfExists',
  'constructor',
  '',
])('%p is no operator', written => {
  expect(takeApart(written).traits).toBeUndefined();
});

it('writes what was taken apart', () => {
  expect(writeOperator(takeApart('ForAnyValue:StringLikeIfExists'))).toBe(
    'ForAnyValue:StringLikeIfExists',
  );
});

it('spells one operator in many ways, the usual one first', () => {
  const parts = { ...plain, operator: 'Bool', ifExists: true };
  const spellings = [...spellingsOf(parts)];
  expect(spellings[0]).toBe('BoolIfExists');
  expect(new Set(spellings).size).toBe(2 ** 'IfExists'.length);
  expect(spellings.map(takeApart)).toEqual(
    spellings.map(() => expect.objectContaining(parts)),
  );
});
