import { parsePolicyValue } from '../policy/parsePolicy';
import type { DecisionRequest } from './decision';
import { judgeCondition } from './judgeCondition';
import { requestContext } from './requestContext';

type Context = DecisionRequest['context'];

const ROLE = 'arn:aws:iam::111122223333:role/app';

function judged(
  operator: string,
  values: unknown,
  context: Context,
  replacesVariables = true,
) {
  const { statements } = parsePolicyValue({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { [operator]: { 'aws:Key': values } },
    },
  });
  return judgeCondition(
    statements[0].conditions[0],
    requestContext(context),
    replacesVariables,
  );
}

function holds(operator: string, values: unknown, given: string | string[]) {
  const { holds: held, isOpen } = judged(operator, values, {
    'aws:key': given,
  });
  return isOpen ? 'open' : held;
}

describe('strings', () => {
  it.each([
    ['StringEquals', 'app', 'app', true],
    ['StringEquals', 'app', 'App', false],
    ['StringEquals', ['web', 'app'], 'app', true],
    ['StringEquals', 'a*', 'app', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', '', '', true],
    ['StringEquals', 7, '7', true],
    ['stringequals', 'app', 'app', true],
    ['StringNotEquals', 'app', 'web', true],
    ['StringNotEquals', ['web', 'app'], 'app', false],
    ['StringNotEquals', ['web', 'app'], 'api', true],
    ['StringEqualsIgnoreCase', 'APP', 'app', true],
    ['StringNotEqualsIgnoreCase', 'APP', 'app', false],
    ['StringNotEqualsIgnoreCase', 'web', 'app', true],
    ['StringLike', 'a*', 'app', true],
    ['StringLike', 'a?', 'app', false],
    ['StringLike', 'A*', 'app', false],
    ['StringLike', '*', '', true],
    ['StringNotLike', 'a*', 'app', false],
    ['StringNotLike', ['w*', 'x*'], 'app', true],
  ])('%s %j, given %j: %p', (operator, values, given, expected) => {
    expect(holds(operator, values, given)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['NumericEquals', '10', '10.0', true],
    ['NumericEquals', 10, '11', false],
    ['NumericNotEquals', '10', '11', true],
    ['NumericNotEquals', ['10', '11'], '11', false],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '9', '10', true],
    ['NumericGreaterThan', '10', '10', false],
    ['NumericGreaterThanEquals', '-1', '-1', true],
    ['NumericGreaterThanEquals', ['100', '5'], '7', true],
  ])('%s %j, given %j: %p', (operator, values, given, expected) => {
    expect(holds(operator, values, given)).toBe(expected);
  });
});

describe('dates', () => {
  const NOON = '2026-01-31T12:00:00Z';

  it.each([
    ['DateEquals', NOON, '2026-01-31T13:00:00+01:00', true],
    ['DateEquals', NOON, '1769860800', true],
    ['DateNotEquals', NOON, '1769860801', true],
    ['DateNotEquals', NOON, NOON, false],
    ['DateLessThan', NOON, '2026-01-31', true],
    ['DateLessThan', NOON, NOON, false],
    ['DateLessThanEquals', NOON, NOON, true],
    ['DateGreaterThan', NOON, '2026-02-01T00:00:00Z', true],
    ['DateGreaterThan', '1769860800', NOON, false],
    ['DateGreaterThanEquals', '1769860800', NOON, true],
  ])('%s %j, given %j: %p', (operator, values, given, expected) => {
    expect(holds(operator, values, given)).toBe(expected);
  });
});

describe('the other families', () => {
  it.each([
    ['Bool', 'true', 'true', true],
    ['Bool', true, 'TRUE', true],
    ['Bool', 'false', 'true', false],
    ['Bool', ['true', 'false'], 'false', true],
    ['BinaryEquals', 'QUJD', 'QUJD', true],
    ['BinaryEquals', 'QUI=', 'QUI', true],
    ['BinaryEquals', 'QUJD', 'qujd', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.7', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.7', false],
    ['IpAddress', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::7', true],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '0.0.0.0/0', '2001:db8::7', false],
    ['NotIpAddress', '203.0.113.0/24', '203.0.113.7', false],
    ['NotIpAddress', ['203.0.113.0/24', '10.0.0.0/8'], '10.1.1.1', false],
    ['NotIpAddress', '203.0.113.0/24', '2001:db8::7', true],
    ['ArnEquals', ROLE, ROLE, true],
    ['ArnEquals', 'arn:aws:iam::*:role/a?p', ROLE, true],
    ['ArnLike', 'arn:aws:iam::*:role/*', `${ROLE}/x:y:z`, true],
    ['ArnLike', 'arn:aws:iam::*:role/APP', ROLE, false],
    // Each segment for itself: the star does not go on over the colon, as it does for StringLike.
    [
      'ArnLike',
      'arn:aws:iam::*:role/app',
      'arn:aws:iam::1:x:2:role/app',
      false,
    ],
    [
      'StringLike',
      'arn:aws:iam::*:role/app',
      'arn:aws:iam::1:x:2:role/app',
      true,
    ],
    ['ArnNotLike', 'arn:aws:iam::*:role/*', ROLE, false],
    ['ArnNotEquals', 'arn:aws:iam::*:role/web*', ROLE, true],
    ['Null', 'false', 'app', true],
    ['Null', 'true', 'app', false],
    ['Null', ['true', 'false'], 'app', true],
    ['Null', 'true', '', true],
  ])('%s %j, given %j: %p', (operator, values, given, expected) => {
    expect(holds(operator, values, given)).toBe(expected);
  });
});

describe('a multivalued key', () => {
  it.each([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
    ['ForAllValues:StringLike', 'a*', ['ab', 'ac'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'a'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['forallvalues:numericlessthan', '10', ['1', '2'], true],
    ['Null', 'false', ['a'], true],
    // One value of the request is enough for a set operator, though it should not be used then.
    ['ForAllValues:StringEquals', ['a', 'b'], 'a', true],
    ['ForAnyValue:StringEquals', ['a', 'b'], 'c', false],
    // What is empty is as good as absent.
    ['ForAllValues:StringEquals', 'a', '', true],
    ['ForAnyValue:StringEquals', '', '', false],
    ['ForAllValues:StringEquals', 'a', [''], true],
    // Without a set operator, nothing holds: no positive and no negated operator.
    ['StringEquals', 'a', ['a'], false],
    ['StringEquals', 'a', ['a', 'b'], false],
    ['StringNotEquals', 'c', ['a', 'b'], false],
    ['StringEqualsIfExists', 'a', ['a'], false],
  ])('%s %j, given %j: %p', (operator, values, given, expected) => {
    expect(holds(operator, values, given)).toBe(expected);
  });
});

describe('an absent key', () => {
  it.each([
    ['StringEquals', 'a', false],
    ['NumericLessThan', '1', false],
    ['Bool', 'false', false],
    ['StringNotEquals', 'a', true],
    ['StringNotLike', '*', true],
    ['NumericNotEquals', '1', true],
    ['DateNotEquals', '0', true],
    ['NotIpAddress', '0.0.0.0/0', true],
    ['ArnNotLike', ROLE, true],
    ['StringEqualsIfExists', 'a', true],
    ['StringNotEqualsIfExists', 'a', true],
    ['ForAllValues:StringEquals', 'a', true],
    ['ForAllValues:StringNotEquals', 'a', true],
    ['ForAnyValue:StringEquals', 'a', false],
    ['ForAnyValue:StringNotEquals', 'a', false],
    ['ForAnyValue:StringEqualsIfExists', 'a', true],
    ['Null', 'true', true],
    ['Null', 'false', false],
    ['Null', ['true', 'false'], true],
    ['Null', 'maybe', false],
  ])('%s %j holds: %p, and is open', (operator, values, expected) => {
    const verdict = { holds: expected, isOpen: true, lacks: ['aws:Key'] };
    expect(judged(operator, values, {})).toEqual(verdict);
    expect(judged(operator, values, { 'aws:key': [] })).toEqual(verdict);
  });
});

describe('variables in values', () => {
  const given = { 'aws:Key': 'app', 'aws:Name': 'app', 'aws:TagKeys': ['app'] };

  it.each([
    ['StringEquals', '${aws:Name}', true],
    ['StringEquals', "${aws:Gone, 'app'}", true],
    ['StringEqualsIgnoreCase', '${AWS:NAME}', true],
    ['StringLike', '${aws:Name}*', true],
    ['StringNotEquals', '${aws:Name}', false],
    // Only strings, ARNs and booleans have variables.
    ['NumericEquals', '${aws:Name}', 'open'],
  ])('%s %j: %p', (operator, values, expected) => {
    const { holds: held, isOpen } = judged(operator, values, given);
    expect(isOpen ? 'open' : held).toBe(expected);
  });

  it('may be an ARN, or a part of one', () => {
    const arns = { 'aws:Key': ROLE, 'aws:Arn': ROLE, 'aws:Name': 'app' };
    expect(judged('ArnEquals', '${aws:Arn}', arns).holds).toBe(true);
    expect(
      judged('ArnLike', 'arn:aws:iam::*:role/${aws:Name}', arns).holds,
    ).toBe(true);
  });

  it('may be a boolean', () => {
    const flags = { 'aws:Key': 'true', 'aws:Flag': 'true' };
    expect(judged('Bool', '${aws:Flag}', flags).holds).toBe(true);
  });

  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['ForAnyValue:StringLike', false],
    ['ForAllValues:StringNotLike', true],
  ])('without value match nothing: %s holds: %p', (operator, expected) => {
    expect(judged(operator, '${aws:Gone}', given)).toEqual({
      holds: expected,
      isOpen: true,
      lacks: ['aws:Gone'],
    });
  });

  it('cannot be a multivalued key', () => {
    expect(judged('StringEquals', '${aws:TagKeys}', given)).toEqual({
      holds: false,
      isOpen: true,
      lacks: ['aws:TagKeys'],
    });
  });

  it.each([
    ['StringEquals', true],
    ['StringNotEquals', false],
  ])(
    'without value leave %s alone that another value decides',
    (operator, expected) => {
      expect(judged(operator, ['${aws:Gone}', 'app'], given)).toEqual({
        holds: expected,
        isOpen: false,
        lacks: [],
      });
    },
  );

  it('are plain text in the old policy language', () => {
    const old = (values: string, key: string) =>
      judged('StringEquals', values, { ...given, 'aws:Key': key }, false);
    expect(old('${aws:Name}', 'app').holds).toBe(false);
    expect(old('${aws:Name}', '${aws:Name}')).toEqual({
      holds: true,
      isOpen: false,
      lacks: [],
    });
  });
});

describe('what nobody can compare keeps a condition from holding, and leaves it open', () => {
  it.each([
    ['StringIs', 'a', 'a'],
    ['NullIfExists', 'true', 'a'],
    ['NumericEquals', 'ten', '10'],
    ['NumericNotEquals', '10', 'ten'],
    ['DateNotEquals', 'yesterday', '0'],
    ['Bool', 'true', 'yes'],
    ['BinaryEquals', '***', 'QUJD'],
    ['IpAddress', '10.0.0.0/8', 'localhost'],
    ['NotIpAddress', '10.0.0.0/99', '10.0.0.1'],
    ['NotIpAddress', ['10.0.0.0/99', '11.0.0.0/8'], '10.0.0.1'],
    ['ArnLike', '*', ROLE],
    ['ArnNotLike', '*', ROLE],
    ['ArnLike', ROLE, 'app'],
  ])('%s %j, given %j', (operator, values, given) => {
    expect(judged(operator, values, { 'aws:Key': given })).toEqual({
      holds: false,
      isOpen: true,
      lacks: [],
    });
  });

  it('unless another value decides', () => {
    expect(holds('NumericEquals', ['ten', '10'], '10')).toBe(true);
    expect(
      holds('NotIpAddress', ['10.0.0.0/99', '10.0.0.0/8'], '10.0.0.1'),
    ).toBe(false);
  });
});
