import { actionsIn, holds } from '../catalogue/actionSet';
import { allow, held } from '../rules/caseBuilders';
import { reachableActions } from './reachableActions';
import { scopeOf } from './scopeOf';

type Resource = Parameters<typeof allow>[1];

const EVERY: Resource[] = [
  '*',
  'arn:*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::assets',
  ['arn:aws:s3:::assets/*', 'arn:aws:sqs:eu-west-1:111122223333:jobs'],
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::444455556666:role/app',
  'arn:aws:s3',
  'assets',
  { not: 'arn:aws:s3:::assets/*' },
  { not: ['arn:aws:s3:::*', 'arn:aws:iam::*:role/*'] },
  { not: ['arn:aws:s3:::*', 'arn:aws:s3:*:*:*'] },
  { not: 'arn:*' },
  { not: '*' },
];

it.each(EVERY.map(each => [JSON.stringify(each), each] as const))(
  'on %s, exactly the actions whose scope is not none',
  (_, resource) => {
    const [grant] = held([
      allow(['s3:*', 'iam:*', 'sqs:*', 'sts:*', 'ecr:*'], resource),
    ]).grants.grants;
    const reachable = reachableActions(grant);
    for (const action of actionsIn(grant.known)) {
      const reaches = scopeOf(grant, action) !== 'none';
      if (holds(reachable, action) !== reaches) {
        throw new Error(`action ${action}: ${reaches}`);
      }
    }
    expect([...actionsIn(reachable)].length).toBeLessThanOrEqual(
      [...actionsIn(grant.known)].length,
    );
  },
);

it('a pattern for any service leaves out only what takes no resource', () => {
  const [grant] = held([allow('ecr:*', 'arn:aws:*:*:111122223333:*')]).grants
    .grants;
  const left = [...actionsIn(grant.known)].filter(
    action => !holds(reachableActions(grant), action),
  );
  expect(left.map(action => scopeOf(grant, action))).toEqual(
    left.map(() => 'none'),
  );
  expect(left.length).toBeGreaterThan(0);
});
