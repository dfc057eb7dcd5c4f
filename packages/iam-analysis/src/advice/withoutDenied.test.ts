import { withPolicies, type Situation } from './situation';
import { proposed } from './proposedPolicy.cases';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import { withoutDenied } from './withoutDenied';

const statement = (Effect: 'Allow' | 'Deny', Action: string | string[]) => ({
  Effect,
  Action,
  Resource: '*',
});
const judge = () => [];
const today = {
  subject: 'arn:aws:iam::111122223333:role/checkout-task',
  slot: 'task' as const,
  role: null,
  facts: {},
};

function situation(policies: readonly ProposedPolicy[]): Situation {
  return {
    today,
    home: { partition: 'aws', accountId: '111122223333' },
    read: new Map(),
    policies,
    leftAlone: [],
    findings: [],
  };
}

describe('withoutDenied', () => {
  const denyExcess = proposed(
    [statement('Deny', ['s3:DeleteObject', 'sqs:PurgeQueue'])],
    'deny-excess',
  );
  const managed: ProposedPolicy = {
    ...proposed([statement('Allow', 's3:*')], 'Wide'),
    id: 'managed:Wide',
  };
  const app = proposed([statement('Allow', ['sqs:Purge*', 's3:Delete*'])]);
  const written = proposed([
    statement('Allow', ['sqs:PurgeQueue', 's3:DeleteObject', 's3:GetObject']),
    statement('Deny', 's3:DeleteObject'),
  ]);

  it('takes what is denied out of what is written, and leaves the rest as it is', () => {
    const before = situation([managed, app]);
    const after = situation([managed, written, denyExcess]);
    const changes = [
      {
        kind: 'drop-actions' as const,
        at: 'inline:app#/Statement/0',
        actions: ['s3:DeleteObject', 'sqs:PurgeQueue'],
      },
    ];
    expect(withoutDenied({ changes: [], after }, before, judge)).toEqual({
      changes,
      after: withPolicies(
        after,
        [
          managed,
          {
            ...written,
            statements: [
              {
                ...written.statements[0],
                actions: { kind: 'only', patterns: ['s3:GetObject'] },
              },
              written.statements[1],
            ],
          },
          denyExcess,
        ],
        judge,
      ),
    });
  });

  it('makes room by the Deny that nothing is left for', () => {
    const names = Array.from({ length: 500 }, (_, n) => `acme:Action${n}`);
    const deny = proposed([statement('Deny', ['s3:Put*', ...names])], 'excess');
    const wide = proposed([statement('Allow', 's3:*')]);
    const { after } = withoutDenied(
      { changes: [], after: situation([wide, deny]) },
      situation([app]),
      judge,
    );
    expect(after.policies.map(({ id }) => id)).toEqual(['inline:app']);
  });

  it('takes nothing out for a Deny of today', () => {
    const before = situation([app, denyExcess]);
    const tried = { changes: [], after: situation([written, denyExcess]) };
    expect(withoutDenied(tried, before, judge)).toBe(tried);
  });

  it('leaves a policy as it is that would become too long', () => {
    const long = 's3:GetObject'.repeat(850);
    const other = proposed([statement('Allow', ['s3:*', long])]);
    const before = situation([managed, proposed([statement('Allow', long)])]);
    const tried = {
      changes: [],
      after: situation([managed, other, denyExcess]),
    };
    expect(withoutDenied(tried, before, judge)).toBe(tried);
  });
});
