import fc from 'fast-check';
import { decide } from '../../decide/decide';
import { known } from '../../known';
import type { Policy } from '../../policy/roleDocuments';
import { proposed } from '../proposedPolicy.cases';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { simplified } from '../simplified';
import { checkProposal, isSound } from './checkProposal';

const home = { partition: 'aws', accountId: '111122223333' };

const actions = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'iam:PassRole',
];
const resources = [
  'arn:aws:s3:::a/x',
  'arn:aws:s3:::b/x',
  'arn:aws:iam::111122223333:role/a',
];
const contexts = [
  {},
  { 'aws:SourceVpc': 'vpc-1' },
  { 'aws:SourceVpc': 'vpc-2' },
] as const;

const some = (patterns: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 2 });

const clause = (name: string, patterns: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(name, name, `Not${name}`), some(patterns))
    .map(([key, values]) => ({ [key]: values }));

const condition = fc
  .tuple(
    fc.constantFrom(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringEqualsIfExists',
      'ForAllValues:StringEquals',
    ),
    some(['vpc-1', 'vpc-2', 'vpc-*']),
  )
  .map(([operator, values]) => ({ [operator]: { 'aws:SourceVpc': values } }));

const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Deny'),
    clause('Action', ['*', 's3:*', 's3:Get*', 's3:?etObject', ...actions]),
    clause('Resource', [
      '*',
      'arn:aws:s3:::*',
      'arn:aws:s3:::a/*',
      ...resources,
    ]),
    fc.option(condition, { nil: undefined }),
  )
  .map(([Effect, action, resource, Condition]) => ({
    Effect,
    ...action,
    ...resource,
    ...(Condition ? { Condition } : {}),
  }));

const policy = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map(statements => proposed(statements));

function asPolicy({ id, name, statements }: ProposedPolicy): Policy {
  const document = {
    version: '2012-10-17',
    id: null,
    statements,
    unread: [],
    faults: [],
  };
  return { id, name, arn: null, document: known(document) };
}

/** The requests that a role with this policy alone is allowed. */
function allowed(one: ProposedPolicy): string[] {
  const role = { policies: [asPolicy(one)], boundary: null };
  return actions.flatMap(action =>
    resources.flatMap(resource =>
      contexts
        .filter(context => {
          const decision = decide(role, { action, resource, context });
          return decision.known && decision.value.decision === 'allowed';
        })
        .map(context => JSON.stringify({ action, resource, context })),
    ),
  );
}

describe('checkProposal', () => {
  it('accepts nothing by which a request is allowed that was not', () => {
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        fc.pre(isSound(checkProposal([before], [after], home)));
        const was = allowed(before);
        expect(allowed(after).filter(each => !was.includes(each))).toEqual([]);
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    );
  });

  it('accepts every policy for itself', () => {
    fc.assert(
      fc.property(policy, one => isSound(checkProposal([one], [one], home))),
    );
  });
});

describe('simplified', () => {
  it('allows what was allowed', () => {
    fc.assert(
      fc.property(policy, before => {
        expect(allowed(simplified(before, home))).toEqual(allowed(before));
      }),
      { numRuns: 500 },
    );
  });
});
