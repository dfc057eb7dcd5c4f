import { allow, deny, documentOf, policy } from '../rules/caseBuilders';
import { unknown } from '../known';
import { grantsOf } from './grantsOf';
import { homeOf } from './home';

const home = homeOf(null);
const inline = (...statements: Parameters<typeof documentOf>[0]) =>
  policy('inline:app', documentOf(statements));
const boundary = (...statements: Parameters<typeof documentOf>[0]) =>
  policy('boundary:limits', documentOf(statements));

describe('grantsOf', () => {
  it('unites the Allow statements of all policies, each with its place', () => {
    const policies = [
      inline(allow('s3:GetObject'), deny('sqs:*')),
      policy('managed:arn', documentOf([allow('kms:Decrypt')])),
    ];
    expect(grantsOf(policies, null, home).grants.map(({ at }) => at)).toEqual([
      'inline:app#/Statement/0',
      'managed:arn#/Statement/0',
    ]);
  });

  it('holds nothing of a document that was not read', () => {
    const unread = { ...inline(), document: unknown('AccessDenied') };
    expect(grantsOf([unread], null, home)).toEqual({
      home,
      grants: [],
      denials: [],
      bounds: null,
    });
  });

  it('notes every Deny, of policies and boundary', () => {
    const { denials } = grantsOf(
      [inline(allow('s3:*'), deny('s3:DeleteObject'))],
      boundary(allow('*'), deny('s3:Put*')),
      home,
    );
    expect(denials.map(({ by, at }) => [by, at])).toEqual([
      ['deny', 'inline:app#/Statement/1'],
      ['boundary', 'boundary:limits#/Statement/1'],
    ]);
  });

  it('keeps what the catalogue does not know', () => {
    const [grant] = grantsOf(
      [inline(allow(['s3:GetObject', 's3:TimeTravel', 'nosuch:*']))],
      null,
      home,
    ).grants;
    expect(grant.unknownActions).toEqual(['s3:TimeTravel', 'nosuch:*']);
  });
});
