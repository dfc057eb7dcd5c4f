import type { Clause } from '../policy/types';
import {
  clauseCovers,
  clausesMeet,
  comparableActions,
  comparableResources,
  coversNearly,
  coversPattern,
} from './clauses';

const only = (...patterns: string[]): Clause => ({ kind: 'only', patterns });
const allBut = (...patterns: string[]): Clause => ({
  kind: 'all-but',
  patterns,
});

it.each([
  ['S3:GetObject', 's3:getobject'],
  ['*:*', '*'],
  ['**', '*'],
  ['?*:*', '*'],
  ['s3*', 's3*'],
  ['*:Get*', '*:get*'],
])('action %p compares as %p', (pattern, expected) => {
  expect(comparableActions(only(pattern))).toEqual(only(expected));
});

it.each([
  ['arn:*', '*'],
  ['arn:aws:*', '*'],
  ['arn:aws-cn:*:*', '*'],
  ['arn:aws:*:*:*:*', '*'],
  ['arn:aws:s3', 'arn:aws:s3:*:*:*'],
  ['arn:aws:iam::*', 'arn:aws:iam::*:*'],
  ['arn:aws:s3:::*', 'arn:aws:s3:::*'],
  ['arn:aws:*:*:111122223333:*', 'arn:aws:*:*:111122223333:*'],
  ['', ''],
])('resource %p compares as %p', (pattern, expected) => {
  expect(comparableResources(only(pattern))).toEqual(only(expected));
});

it.each([
  [only('s3:*'), only('s3:get*', 's3:put*'), true],
  [only('s3:get*'), only('s3:*'), false],
  [allBut('iam:*'), only('s3:*'), true],
  [allBut('s3:delete*'), only('s3:*'), false],
  [only('*'), allBut('iam:*'), true],
  [only('s3:*'), allBut('iam:*'), false],
  [allBut('iam:passrole'), allBut('iam:*'), true],
  [allBut('iam:*'), allBut('iam:passrole'), false],
])('%j covers %j: %p', (outer, inner, expected) => {
  expect(clauseCovers(outer, inner)).toBe(expected);
});

it.each([
  [only('s3:get*'), only('s3:*object'), true],
  [only('s3:get*'), only('s3:put*'), false],
  [only('iam:passrole'), allBut('iam:*'), false],
  [allBut('iam:*'), only('iam:passrole', 's3:*'), true],
  [allBut('iam:*'), allBut('s3:*'), true],
  // The variable may become `b`.
  [only('arn:aws:s3:::${aws:username}/*'), only('arn:aws:s3:::b/x'), true],
])('%j meets %j: %p', (a, b, expected) => {
  expect(clausesMeet(a, b)).toBe(expected);
  expect(clausesMeet(b, a)).toBe(expected);
});

it('an exclusion of single actions leaves a pattern nearly covered, but not covered', () => {
  const clause = allBut('iam:createuser');
  expect(coversPattern(clause, 'iam:?*')).toBe(false);
  expect(coversNearly(clause, 'iam:?*')).toBe(true);
  expect(coversNearly(allBut('iam:*'), 'iam:?*')).toBe(false);
});
