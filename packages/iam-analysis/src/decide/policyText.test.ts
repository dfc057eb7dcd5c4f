import {
  asPattern,
  asWritten,
  plainText,
  replaceVariables,
} from './policyText';
import { requestContext } from './requestContext';

const context = requestContext({
  'aws:username': 'app',
  'aws:PrincipalTag/team': 'a*b?',
  'aws:PrincipalTag/empty': '',
  'aws:TagKeys': ['one'],
  'aws:Nested': '${aws:username}',
});

describe('replaceVariables', () => {
  it.each([
    ['no variable', 'bucket/*', 'bucket/*'],
    ['the value of a key', 'bucket/${aws:username}/*', 'bucket/app/*'],
    ['a key in another letter case', '${AWS:UserName}', 'app'],
    ['several', '${aws:username}-${aws:username}', 'app-app'],
    ['a default that is not needed', "${aws:username, 'none'}", 'app'],
    ['a default for an absent key', "${aws:gone, 'none'}", 'none'],
    ['an empty default', "x${aws:gone, ''}", 'x'],
    ['a default with a brace', "${aws:gone, 'a}b'}-c", 'a}b-c'],
    [
      'a default for a multivalued key, which cannot be a variable',
      "${aws:TagKeys, 'none'}",
      'none',
    ],
    ['a default for a key without text', "${aws:PrincipalTag/empty, 'x'}", 'x'],
    ['the characters that mean something', '${*}${?}${$}', '*?$'],
    [
      'what looks like one after it was put in',
      '${aws:Nested}',
      '${aws:username}',
    ],
    ['a dollar sign alone', 'a$b$', 'a$b$'],
    ['a variable that does not end', 'a${aws:username', 'a${aws:username'],
  ])('%s', (_, text, expected) => {
    const replaced = replaceVariables(text, context);
    expect(asWritten(replaced)).toBe(expected);
    expect(replaced.lacks).toEqual([]);
  });

  it.each([
    ['an absent key', 'a/${aws:gone}', ['aws:gone']],
    ['a multivalued key', '${aws:TagKeys}', ['aws:TagKeys']],
    [
      'a key without text',
      '${aws:PrincipalTag/empty}',
      ['aws:PrincipalTag/empty'],
    ],
    ['no name', '${}', ['']],
    ['a default without quotes', '${aws:gone, none}', ['aws:gone, none']],
    ['one of two', '${aws:username}/${aws:gone}', ['aws:gone']],
  ])('has no value for %s', (_, text, lacks) => {
    expect(replaceVariables(text, context).lacks).toEqual(lacks);
  });

  it('keeps the wildcards of the policy apart from those of the values', () => {
    const pattern = asPattern(
      replaceVariables('*/${aws:PrincipalTag/team}/${*}', context),
    );
    expect(pattern).toBe('*/a\uE000b\uE001/\uE000');
  });
});

it('the old policy language has no variables', () => {
  const text = plainText('${aws:username}${*}');
  expect(asWritten(text)).toBe('${aws:username}${*}');
  expect(asPattern(text)).toBe('${aws:username}${*}');
});
