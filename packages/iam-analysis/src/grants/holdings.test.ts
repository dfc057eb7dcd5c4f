import { actionNames, EVERY_ACTION } from '../catalogue/catalogue';
import { actionsNamed } from '../catalogue/categories';
import { allow, deny, held } from '../rules/caseBuilders';
import { holdingsOf, wholeHoldingsOf, type Holding } from './holdings';

type Statements = Parameters<typeof held>[0];

const HERE = { StringEquals: { 'aws:ResourceTag/team': 'checkout' } };
const BUCKETS = 'arn:aws:s3:::*';

describe('what a role holds', () => {
  it('is told statement by statement, each way in which actions stand apart', () => {
    const { grants: role } = held([
      allow(['s3:GetObject', 's3:PutObject', 's3:ListBucket']),
      allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::assets/*'),
      deny('s3:PutObject'),
    ]);
    const wanted = actionsNamed([
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    expect(holdingsOf(role, wanted).map(told)).toEqual([
      [0, 'all', null, ['s3:GetObject', 's3:ListBucket']],
      [0, 'all', 'deny', ['s3:PutObject']],
      [1, 'wide', null, ['s3:GetObject']],
    ]);
  });

  it('is remembered of a statement, and not across slots', () => {
    const { grants: role } = held([allow('s3:GetObject')]);
    const wanted = actionsNamed(['s3:GetObject']);
    const ask = (isExpected: () => boolean) =>
      holdingsOf(role, wanted, isExpected).map(each => each.mitigatedBy);
    expect(ask(() => true)).toEqual(['baseline']);
    expect(ask(() => false)).toEqual([null]);
  });
});

describe('what a role holds on everything', () => {
  it.each<[string, Statements]>([
    ['everything', [allow('*')]],
    ['everything under a bound', [allow('s3:*', '*', HERE)]],
    [
      'everything under a key that came after the catalogue',
      [allow('*', '*', { Bool: { 'aws:IsSomethingNew': 'true' } })],
    ],
    ['every bucket and object', [allow(['s3:*', 'sqs:*'], BUCKETS)]],
    ['one bucket', [allow('s3:*', 'arn:aws:s3:::assets')]],
    ['ARNs of any service', [allow(['ec2:*', 's3:*'], 'arn:aws:*')]],
    ['every ARN of the account', [allow('ec*:*', 'arn:*:*:*:111122223333:*')]],
    ['the account itself', [allow('account:*', 'arn:aws:account::*:account')]],
    [
      'everything but',
      [allow(['s3:*', 'ec2:*'], { not: [BUCKETS, 'arn:aws:ec2:*:*:vpc/*'] })],
    ],
    [
      'much beside a Deny',
      [allow('s3:*', BUCKETS), allow('ecs:*'), deny('*:Delete*')],
    ],
  ])('is what `holdingsOf` says of it: %s', (_, statements) => {
    const { grants: role } = held(statements);
    expect(wholeHoldingsOf(role, EVERY_ACTION).map(told)).toEqual(
      holdingsOf(role, EVERY_ACTION)
        .filter(({ scope }) => scope === 'all')
        .map(told),
    );
  });
});

function told({ grant, scope, mitigatedBy, actions }: Holding) {
  const statement = Number(grant.at.split('/').pop());
  return [statement, scope, mitigatedBy, actionNames(actions)];
}
