import { findAction } from '../catalogue/catalogue';
import { parsePolicy } from '../policy/parsePolicy';
import { EVERY_ACTION } from '../catalogue/catalogue';
import { actionsIn } from '../catalogue/actionSet';
import { conditionStrength, strengthForEveryAction } from './conditionStrength';

const strengthOf = (Condition: unknown) =>
  conditionStrength(conditionsOf(Condition));

function conditionsOf(Condition: unknown) {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition },
  });
  return parsePolicy(text).statements[0].conditions;
}

describe('conditionStrength', () => {
  it.each([
    ['no condition', {}, 'none'],
    ['any value', { StringLike: { 'aws:SourceVpc': '*' } }, 'vacuous'],
    [
      'any value among others',
      { ArnLike: { 'aws:SourceArn': ['arn:x', '*'] } },
      'vacuous',
    ],
    [
      'a star that is no wildcard',
      { StringEquals: { 'aws:SourceVpc': '*' } },
      'scoping',
    ],
    [
      'every address',
      { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
      'vacuous',
    ],
    [
      'encrypted transport',
      { Bool: { 'aws:SecureTransport': 'true' } },
      'vacuous',
    ],
    [
      'ForAllValues, which an absent key meets',
      { 'ForAllValues:StringEquals': { 'aws:PrincipalTag/team': 'a' } },
      'vacuous',
    ],
    [
      'ForAllValues with a guard against the absent key',
      {
        'ForAllValues:StringEquals': { 'aws:PrincipalTag/team': 'a' },
        Null: { 'aws:PrincipalTag/team': 'false' },
      },
      'scoping',
    ],
    [
      'a key that is always there',
      { Null: { 'aws:PrincipalArn': 'false' } },
      'vacuous',
    ],
    [
      'a Region',
      { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      'weak',
    ],
    [
      'a time',
      { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
      'weak',
    ],
    [
      'a negated operator',
      { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } },
      'weak',
    ],
    [
      'the account of the role itself',
      { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
      'weak',
    ],
    [
      'the organization of the role itself',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } },
      'weak',
    ],
    [
      'the role itself',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } },
      'weak',
    ],
    [
      'a key that may be absent',
      { StringEqualsIfExists: { 'aws:ResourceAccount': '111122223333' } },
      'weak',
    ],
    [
      'an unknown operator',
      { StringIs: { 'aws:ResourceAccount': '1' } },
      'weak',
    ],
    ['a key in no list', { StringEquals: { 's3:prefix': 'x' } }, 'weak'],
    [
      'a tag of the resource',
      { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      'scoping',
    ],
    [
      'a tag by the name of its service',
      { StringEquals: { 'ec2:ResourceTag/team': 'a' } },
      'scoping',
    ],
    [
      'letter case of keys and operators',
      { stringequals: { 'AWS:ResourceAccount': '111122223333' } },
      'scoping',
    ],
    [
      'a tag that must be there',
      { Null: { 'aws:ResourceTag/team': 'false' } },
      'scoping',
    ],
    [
      'several: the strongest decides',
      {
        Bool: { 'aws:SecureTransport': 'true' },
        StringEquals: { 'aws:ResourceAccount': '111122223333' },
      },
      'scoping',
    ],
  ])('%s', (_, condition, expected) => {
    expect(strengthOf(condition)).toBe(expected);
  });
});

describe('strengthForEveryAction', () => {
  it.each<[string, unknown, string | null]>([
    ['no condition', {}, 'none'],
    ['a Region', { StringEquals: { 'aws:RequestedRegion': 'x' } }, 'weak'],
    [
      'a tag of the resource',
      { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      'scoping',
    ],
    [
      'a global key that came after the catalogue',
      { Bool: { 'aws:IsSomethingNew': 'true' } },
      'weak',
    ],
    [
      'a key that some actions have',
      { StringEquals: { 'ecs:task-definition': 'a' } },
      null,
    ],
    ['tags to set', { StringEquals: { 'aws:RequestTag/team': 'a' } }, null],
  ])('%s', (_, condition, expected) => {
    const conditions = conditionsOf(condition);
    expect(strengthForEveryAction(conditions)).toBe(expected);
    const ofEach = new Set(
      Array.from(actionsIn(EVERY_ACTION), action =>
        conditionStrength(conditions, action),
      ),
    );
    expect(ofEach.size === 1 ? [...ofEach][0] : null).toBe(expected);
  });
});

it('knows the keys of the resources that an action takes', () => {
  const condition = { StringEquals: { 'kms:ResourceAliases': 'alias/app' } };
  expect(strengthOf(condition)).toBe('weak');
  const statement = {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: condition,
  };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  const [{ conditions }] = parsePolicy(text).statements;
  expect(conditionStrength(conditions, findAction('kms:Decrypt'))).toBe(
    'scoping',
  );
  expect(conditionStrength(conditions, findAction('s3:GetObject'))).toBe(
    'weak',
  );
});
