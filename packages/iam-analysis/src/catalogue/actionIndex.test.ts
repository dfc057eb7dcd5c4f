import { actionsIn, holds, setOf } from './actionSet';
import {
  actionsOnAnyService,
  actionsTaking,
  restrictableActions,
  someHaveKey,
  typesNaming,
} from './actionIndex';
import {
  EVERY_ACTION,
  findAction,
  isRestrictable,
  signatureOf,
} from './catalogue';

const number = (name: string) => findAction(name) ?? -1;

it.each([
  ['s3', 'arn:{Partition}:s3:::{BucketName}', 's3:ListBucket', true],
  ['s3', 'arn:{Partition}:s3:::{BucketName}', 's3:GetObject', false],
  // STS has no resources of its own but roles, which are those of IAM.
  [
    'iam',
    'arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}',
    'sts:AssumeRole',
    true,
  ],
])('of %s, %s is taken by %s: %p', (service, arn, action, expected) => {
  const taking = typesNaming(service).filter(
    type => type.arn === arn && holds(actionsTaking(type), number(action)),
  );
  expect(taking.length > 0).toBe(expected);
});

it('knows no types of a service without', () => {
  expect(typesNaming('nosuch')).toEqual([]);
});

it.each([
  ['ecs:cluster', 'ecs:RunTask', true],
  ['ecs:cluster', 'ecs:RegisterTaskDefinition', false],
  ['aws:requesttag/team', 'ecs:RunTask', true],
  ['aws:requesttag/team', 'ecs:ListTasks', false],
  ['kms:encryptioncontext:aws:s3:arn', 'kms:Decrypt', true],
  ['kms:encryptioncontext:aws:s3:arn', 'kms:ListKeys', false],
  ['nosuch:key', 'ecs:RunTask', false],
])('requests have %s, with %s: %p', (key, action, expected) => {
  expect(someHaveKey(setOf([number(action)]), key)).toBe(expected);
});

it('finds a key among the actions of many services', () => {
  expect(someHaveKey(EVERY_ACTION, 'ecs:cluster')).toBe(true);
});

it.each([
  ['aws:tagkeys', 'ecs:RunTask', true],
  ['ecs:cluster', 'ecs:RunTask', false],
])('requests can hold several of %s, with %s: %p', (key, action, expected) => {
  expect(someHaveKey(setOf([number(action)]), key, 'several')).toBe(expected);
});

it('tells the actions of which the ARN does not tell the service', () => {
  expect(
    ['backup:DescribeRecoveryPoint', 'backup:CreateBackupPlan'].map(name =>
      holds(actionsOnAnyService(), number(name)),
    ),
  ).toEqual([true, false]);
});

it('says of each action what the catalogue says', () => {
  const restrictable = restrictableActions();
  for (const action of actionsIn(EVERY_ACTION)) {
    const { types } = signatureOf(action);
    const differs =
      holds(restrictable, action) !== isRestrictable(action) ||
      types.some(type => !holds(actionsTaking(type), action));
    if (differs) {
      throw new Error(`action ${action} differs`);
    }
  }
  expect(isRestrictable(number('ecr:GetAuthorizationToken'))).toBe(false);
});
