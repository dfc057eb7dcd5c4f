import { parseTagSelector, splitAnnotationList } from './annotationValues';

describe('splitAnnotationList', () => {
  it.each([
    ['one value', 'a', ['a']],
    ['commas', 'a,b', ['a', 'b']],
    ['line breaks, of Windows too', 'a\nb\r\nc', ['a', 'b', 'c']],
    ['both, with space around', ' a ,\n b\n', ['a', 'b']],
    ['nothing', '', []],
    ['separators alone', ' ,\n, ', []],
  ])('splits %s', (_, value, expected) => {
    expect(splitAnnotationList(value)).toEqual(expected);
  });
});

describe('parseTagSelector', () => {
  it.each([
    ['one tag', 'component=checkout', { component: 'checkout' }],
    ['several tags', 'a=b,c=d', { a: 'b', c: 'd' }],
    ['space around keys and values', ' a = b , d=e ', { a: 'b', d: 'e' }],
    ['a value with an equals sign', 'a=b=c', { a: 'b=c' }],
    ['a value that is empty', 'a=', { a: '' }],
    ['a trailing comma', 'a=b,', { a: 'b' }],
    ['the same tag twice', 'a=b,a=b', { a: 'b' }],
    [
      'keys with colons and slashes',
      'aws:cloudformation:stack-name=a/b',
      { 'aws:cloudformation:stack-name': 'a/b' },
    ],
    ['a key that objects have', '__proto__=a', { ['__proto__']: 'a' }],
  ])('reads %s', (_, value, tags) => {
    expect(parseTagSelector(value)).toEqual({ ok: true, tags });
  });

  it.each([
    ['nothing', '', ['']],
    ['space alone', '  ', ['  ']],
    ['a key without a value, among good ones', 'a=b,c', ['c']],
    ['a value without a key', '=b', ['=b']],
    ['two bad parts', 'a,=b', ['a', '=b']],
    ['two values of one tag', 'a=b,a=c', ['a=c']],
    ['a NUL, which PostgreSQL refuses', 'a=b\0', ['a=b\0']],
  ])('refuses %s as a whole', (_, value, values) => {
    expect(parseTagSelector(value)).toEqual({
      ok: false,
      problems: values.map(part => ({
        value: part,
        message: expect.any(String),
        fix: expect.any(String),
      })),
    });
  });
});
