import { parsePolicy } from '../../policy/parsePolicy';
import type { Condition } from '../../policy/types';
import { conditionsImply } from './conditionsImply';

function conditions(Condition: object): readonly Condition[] {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  return parsePolicy(text).statements[0].conditions;
}

const equals = (value: unknown) => ({
  StringEquals: { 'aws:SourceVpc': value },
});
const like = (value: unknown) => ({ StringLike: { 'aws:SourceVpc': value } });
const not = (value: unknown) => ({
  StringNotEquals: { 'aws:SourceVpc': value },
});
const under = (operator: string, value: unknown) => ({
  [operator]: { 'aws:SourceVpc': value },
});

describe('conditionsImply', () => {
  it.each([
    ['nothing', equals('a'), {}],
    ['the same', equals('a'), { stringequals: { 'AWS:sourcevpc': 'a' } }],
    ['fewer values', equals('a'), equals(['a', 'b'])],
    ['one condition more', { ...equals('a'), ...not('b') }, equals('a')],
    ['a value that a wildcard takes in', equals('vpc-1'), like('vpc-*')],
    ['a narrower wildcard', like('vpc-1*'), like('vpc-*')],
    ['more values that must not be', not(['a', 'b']), not('a')],
    ['a wildcard that must not be', under('StringNotLike', 'a*'), not('ab')],
    ['without IfExists', equals('a'), under('StringEqualsIfExists', 'a')],
    [
      'every value for the one value',
      equals('a'),
      under('ForAllValues:StringEquals', 'a'),
    ],
    ['that the key is there', equals('a'), under('Null', 'false')],
    [
      'ArnLike for ArnEquals',
      under('ArnLike', 'arn:aws:s3:::a'),
      under('ArnEquals', 'arn:aws:s3:::*'),
    ],
    [
      'the same number',
      under('NumericLessThan', 5),
      under('NumericLessThan', 5),
    ],
  ])('sees %s', (_, strong, weak) => {
    expect(conditionsImply(conditions(strong), conditions(weak))).toBe(true);
  });

  it.each([
    ['no condition', {}, equals('a')],
    ['more values', equals(['a', 'b']), equals('a')],
    ['another key', { StringEquals: { 'aws:SourceIp': 'a' } }, equals('a')],
    ['IfExists', under('StringEqualsIfExists', 'a'), equals('a')],
    [
      'a set operator that an absent key passes',
      under('ForAllValues:StringEquals', 'a'),
      equals('a'),
    ],
    ['a wider wildcard', like('vpc-*'), like('vpc-1*')],
    ['a star that is a star', equals('*'), equals('a')],
    ['fewer values that must not be', not('a'), not(['a', 'b'])],
    ['the opposite', not('a'), equals('a')],
    [
      'that the key is there, when absent keys pass',
      not('a'),
      under('Null', 'false'),
    ],
    [
      'an ARN for a star that does not reach its last part',
      under('ArnLike', 'arn:aws:s3:::a'),
      under('ArnLike', ['arn:aws:*', 'arn:aws:s3:*', '*']),
    ],
    [
      'a test of the key for one that IAM does not know',
      under('Null', 'false'),
      under('NullIfExists', 'false'),
    ],
    [
      'a smaller limit, which would take numbers to see',
      under('NumericLessThan', 5),
      under('NumericLessThan', 6),
    ],
  ])('does not take %s for as strong', (_, strong, weak) => {
    expect(conditionsImply(conditions(strong), conditions(weak))).toBe(false);
  });
});
