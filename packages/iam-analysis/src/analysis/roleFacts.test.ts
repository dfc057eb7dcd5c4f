import { known, unknown } from '../known';
import { adminAccess } from '../rules/iam/admin-access';
import { malformed } from '../rules/iam/malformed';
import { aRole, aRolePolicy } from '../testUtils';
import { analyse } from './analyse';
import { roleFacts } from './roleFacts';

const DENIED = unknown('AccessDenied', 'iam:GetPolicyVersion');
const LIMITS = 'arn:aws:iam::111122223333:policy/limits';
const unread = aRolePolicy({
  kind: 'customer-managed',
  name: 'limits',
  arn: LIMITS,
  document: DENIED,
});

describe('roleFacts', () => {
  it('parses the documents and names each policy by its kind', () => {
    const facts = roleFacts(
      aRole({
        policies: known([
          aRolePolicy(),
          { ...aRolePolicy(), kind: 'aws-managed', arn: LIMITS },
        ]),
        boundary: known({ ...aRolePolicy(), arn: LIMITS }),
      }),
    );
    expect(ids(facts.policies)).toEqual(['inline:app', `managed:${LIMITS}`]);
    expect(ids(facts.boundary)).toEqual([`boundary:${LIMITS}`]);
    expect(ids(facts.trust)).toEqual(['trust']);
    expect(facts.grants?.known && facts.grants.value.grants).toHaveLength(2);
  });

  it('passes dates and existence on', () => {
    const role = aRole({ lastUsed: unknown('AccessDenied') });
    expect(roleFacts(role)).toEqual(
      expect.objectContaining({
        existence: known('exists'),
        lastUsed: unknown('AccessDenied'),
        createdAt: role.createdAt,
        boundary: known(null),
      }),
    );
  });

  it.each([
    ['the list of policies', { policies: DENIED }],
    ['the boundary', { boundary: DENIED }],
    ['one document', { policies: known([aRolePolicy(), unread]) }],
    ['the document of the boundary', { boundary: known(unread) }],
  ])('knows no grants when %s could not be read', (_, parts) => {
    expect(roleFacts(aRole(parts)).grants).toEqual(DENIED);
  });

  it('keeps the readable policies beside one that could not be read', () => {
    const facts = roleFacts(
      aRole({ policies: known([aRolePolicy(), unread]) }),
    );
    expect(ids(facts.policies)).toEqual(['inline:app', `managed:${LIMITS}`]);
  });

  it('keeps the good statements of a document that has a bad one', () => {
    const document = known(
      '{"Statement":[7,{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    );
    const role = aRole({ policies: known([aRolePolicy({ document })]) });
    const { findings } = analyse(
      { subject: role.arn, slot: 'task', role, facts: roleFacts(role) },
      {
        rules: [adminAccess, malformed],
        now: new Date('2026-11-02T09:00:00Z'),
      },
    );
    expect(findings.map(({ ruleId, at }) => [ruleId, at])).toEqual([
      ['iam.admin-access', 'inline:app#/Statement/1'],
      ['iam.malformed', 'inline:app#/Statement/0'],
      ['iam.malformed', 'inline:app#/Version'],
    ]);
  });

  it.each([
    ['not-found', 'role not found'],
    ['other-account', 'other account'],
  ] as const)(
    'evaluates nothing of a role that is %s',
    (existence, because) => {
      const absent = unknown(because);
      expect(roleFacts(aRole({ existence: known(existence) }))).toEqual({
        existence: known(existence),
        policies: absent,
        boundary: absent,
        grants: absent,
        trust: absent,
        lastUsed: absent,
        createdAt: absent,
      });
    },
  );
});

function ids(
  fact: ReturnType<typeof roleFacts>['policies' | 'boundary' | 'trust'],
) {
  return fact?.known ? [fact.value ?? []].flat().map(({ id }) => id) : null;
}
