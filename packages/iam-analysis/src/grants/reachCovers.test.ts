import { allow, held } from '../rules/caseBuilders';
import {
  isUnderConditionsOf,
  resourcesCover,
  resourcesMeet,
} from './reachCovers';

type Resource = Parameters<typeof allow>[1];
type Condition = Parameters<typeof allow>[2];

const ON_BUCKET = 'arn:aws:s3:::assets/*';

function reach(resource: Resource, condition?: Condition) {
  return held([allow('s3:*', resource, condition)]).grants.grants[0];
}

it.each<[Resource, Resource, boolean]>([
  ['*', ON_BUCKET, true],
  ['*', '*', true],
  ['arn:aws:s3:::*', ON_BUCKET, true],
  [ON_BUCKET, 'arn:aws:s3:::*', false],
  // A request on `*` is none on an ARN.
  ['arn:*', '*', false],
  [['arn:aws:s3:::assets', ON_BUCKET], ON_BUCKET, true],
  [ON_BUCKET, ['arn:aws:s3:::assets', ON_BUCKET], false],
  [{ not: 'arn:aws:s3:::payroll/*' }, ON_BUCKET, true],
  [{ not: ON_BUCKET }, 'arn:aws:s3:::*/x', false],
  [{ not: ON_BUCKET }, { not: 'arn:aws:s3:::*' }, true],
  [{ not: 'arn:aws:s3:::*' }, { not: ON_BUCKET }, false],
  ['arn:aws:s3:::*', { not: ON_BUCKET }, false],
])('%j covers %j: %p', (outer, inner, expected) => {
  expect(resourcesCover(reach(outer), reach(inner))).toBe(expected);
});

it.each<[Resource, Resource, boolean]>([
  ['*', ON_BUCKET, true],
  [ON_BUCKET, 'arn:aws:s3:::*/x', true],
  [ON_BUCKET, 'arn:aws:s3:::payroll/*', false],
  [{ not: ON_BUCKET }, ON_BUCKET, false],
  [{ not: ON_BUCKET }, 'arn:aws:s3:::*', true],
  [{ not: ON_BUCKET }, { not: '*' }, true],
])('%j meets %j: %p', (a, b, expected) => {
  expect(resourcesMeet(reach(a), reach(b))).toBe(expected);
  expect(resourcesMeet(reach(b), reach(a))).toBe(expected);
});

it.each<[string, Condition, Condition, boolean]>([
  ['none under none', undefined, undefined, true],
  [
    'more under none',
    { Bool: { 'aws:ViaAWSService': 'true' } },
    undefined,
    true,
  ],
  [
    'none under one',
    undefined,
    { Bool: { 'aws:ViaAWSService': 'true' } },
    false,
  ],
  [
    'the same in other letter case',
    { bool: { 'AWS:viaawsservice': 'true' } },
    { Bool: { 'aws:ViaAWSService': 'true' } },
    true,
  ],
  [
    'another value',
    { Bool: { 'aws:ViaAWSService': 'false' } },
    { Bool: { 'aws:ViaAWSService': 'true' } },
    false,
  ],
])('conditions: %s', (_, inner, outer, expected) => {
  expect(isUnderConditionsOf(reach('*', inner), reach('*', outer))).toBe(
    expected,
  );
});
