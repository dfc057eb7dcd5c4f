import { policyText, statementIndexOf } from './policyText';

const list =
  '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Effect":"Deny","Action":["a:b","c:d"],"Resource":"*"}]}';

describe('policyText', () => {
  it('prints a document and finds its statements', () => {
    const { text, isList, statements } = policyText(list);
    const lines = text.split('\n');
    expect(isList).toBe(true);
    expect(statements).toEqual([
      { index: 0, sid: 'Read', effect: 'Allow', firstLine: 4, lastLine: 9 },
      { index: 1, sid: null, effect: 'Deny', firstLine: 10, lastLine: 17 },
    ]);
    expect([lines[3], lines[8], lines[9], lines[16]]).toEqual([
      '    {',
      '    },',
      '    {',
      '    }',
    ]);
    expect(JSON.parse(text)).toEqual(JSON.parse(list));
  });

  it('finds a single statement without a list around it', () => {
    const { isList, statements } = policyText(
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    );
    expect(isList).toBe(false);
    expect(statements).toEqual([
      { index: 0, sid: null, effect: 'Allow', firstLine: 2, lastLine: 6 },
    ]);
  });

  it('is not misled by braces and line breaks in texts', () => {
    const { statements } = policyText(
      '{"Id":"}\\n\\"Statement\\": [{","Statement":[{"Sid":"a","Effect":"Allow"}]}',
    );
    expect(statements).toEqual([
      { index: 0, sid: 'a', effect: 'Allow', firstLine: 4, lastLine: 7 },
    ]);
  });

  it.each([
    ['no JSON', '{"Statement":['],
    ['nothing', ''],
  ])('leaves %s as it is', (_, document) => {
    expect(policyText(document)).toEqual({
      text: document,
      isList: true,
      statements: [],
    });
  });

  it.each([
    ['no statement', '{}'],
    ['a list', '[]'],
    ['a text', '"a"'],
    ['a statement that is a text', '{"Statement":"a"}'],
  ])('finds no statements in a document that has %s', (_, document) => {
    expect(policyText(document).statements).toEqual([]);
  });
});

describe('statementIndexOf', () => {
  it.each([
    ['/Statement/0', true, 0],
    ['/Statement/12/Action/3', true, 12],
    ['/Statement', true, null],
    ['/Statement', false, 0],
    ['/Statement/Action', false, 0],
    ['/Statement/Action/1', false, 0],
    ['', true, null],
    ['/Version', true, null],
    ['/Statements/0', true, null],
  ])('reads %p of a document with a list: %p', (pointer, isList, index) => {
    expect(statementIndexOf(pointer, { isList })).toBe(index);
  });
});
