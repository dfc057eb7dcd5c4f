import fc from 'fast-check';
import { setOf, subtract } from '../../catalogue/actionSet';
import { actionCount, actionName } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import { knownActions } from '../../grants/reachOf';
import type { Clause } from '../../policy/types';
import { nameActions } from './nameActions';
import { withoutActions } from './withoutActions';

const only = (...patterns: string[]): Clause => ({ kind: 'only', patterns });
const allBut = (...patterns: string[]): Clause => ({
  kind: 'all-but',
  patterns,
});

function without(clause: Clause, ...patterns: string[]): Clause | null {
  const actions = patterns.map(expandAction);
  return actions.reduce<Clause | null>(
    (left, set) => left && withoutActions(left, set),
    clause,
  );
}

describe('withoutActions', () => {
  it.each([
    [
      'takes out a name, in any letter case',
      only('s3:GetObject', 's3:putbucketpolicy'),
      ['s3:PutBucketPolicy'],
      only('s3:GetObject'),
    ],
    [
      'leaves what has nothing to do with it as it is written',
      only('S3:get*', 'made:Up', 'iam:PassRole'),
      ['iam:PassRole'],
      only('S3:get*', 'made:Up'),
    ],
    ['leaves nothing of nothing else', only('iam:PassRole'), ['iam:*'], null],
    [
      'names the rest of a wildcard, what reads by a wildcard',
      only('sqs:*'),
      ['sqs:AddPermission', 'sqs:RemovePermission', 'sqs:SetQueueAttributes'],
      only(
        'sqs:CancelMessageMoveTask',
        'sqs:ChangeMessageVisibility',
        'sqs:CreateQueue',
        'sqs:DeleteMessage',
        'sqs:DeleteQueue',
        'sqs:Get*',
        'sqs:List*',
        'sqs:PurgeQueue',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
        'sqs:StartMessageMoveTask',
        'sqs:TagQueue',
        'sqs:UntagQueue',
      ),
    ],
    [
      'does not go outside of a wildcard',
      only('secretsmanager:*Value'),
      ['secretsmanager:PutSecretValue'],
      only(
        'secretsmanager:BatchGetSecretValue',
        'secretsmanager:GetSecretValue',
      ),
    ],
    [
      'excepts from every action',
      only('*', 'made:Up'),
      ['iam:*', 'sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
      allBut('iam:*', 'sts:AssumeRole', 'sts:AssumeRoleWithSAML'),
    ],
    [
      'excepts from every action of any service',
      only('*:*'),
      ['iam:*'],
      allBut('iam:*'),
    ],
    [
      'excepts more',
      allBut('iam:*'),
      ['iam:PassRole', 'sts:AssumeRole'],
      allBut('iam:*', 'sts:AssumeRole'),
    ],
  ] as const)('%s', (_, clause, actions, expected) => {
    expect(without(clause, ...actions)).toEqual(expected);
  });

  it('uses wildcards for all when the names are too long for a policy', () => {
    const left = without(only('ec2:*'), 'ec2:RunInstances');
    expect(JSON.stringify(left).length).toBeLessThan(5_000);
    expect(left && knownActions(left)).toEqual(
      subtract(expandAction('ec2:*'), expandAction('ec2:RunInstances')),
    );
  });

  it('holds exactly the rest, whatever is taken out of what', () => {
    const pattern = fc.constantFrom(
      's3:*',
      's3:Get*',
      'ecs:*Task*',
      '*:List*',
      'iam:PassRole',
      'kms:?e*',
    );
    const actions = fc.array(fc.nat(actionCount - 1), { maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('only' as const, 'all-but' as const),
        actions,
        fc.array(pattern, { maxLength: 2 }),
        (patterns, kind, numbers, wide) => {
          const dropped = setOf([
            ...numbers,
            ...wide.flatMap(each => [
              ...namesOf(each).filter((_, index) => index % 3 === 0),
            ]),
          ]);
          const clause: Clause = { kind, patterns };
          const left = withoutActions(clause, dropped);
          expect(left ? knownActions(left) : []).toEqual(
            subtract(knownActions(clause), dropped),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

function namesOf(pattern: string): number[] {
  const [first = 0, end = 0] = expandAction(pattern);
  return Array.from({ length: end - first }, (_, index) => first + index);
}

describe('nameActions', () => {
  it('names a single action of a service in full, and all of one by a wildcard', () => {
    const set = setOf([
      ...namesOf('sqs:*'),
      ...namesOf('ecs:RunTask'),
      ...namesOf('ecs:StartTask'),
    ]);
    expect(nameActions(set, () => true)).toEqual([
      'ecs:RunTask',
      'ecs:StartTask',
      'sqs:*',
    ]);
    expect(nameActions(set, () => false).slice(0, 3)).toEqual([
      'ecs:RunTask',
      'ecs:StartTask',
      actionName(namesOf('sqs:*')[0]),
    ]);
  });
});
