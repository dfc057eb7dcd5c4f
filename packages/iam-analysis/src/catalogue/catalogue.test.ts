import { actionsIn, MOST_ACTIONS, sizeOf } from './actionSet';
import {
  accessLevelsOf,
  actionCount,
  actionName,
  actionsOfService,
  catalogueDate,
  findAction,
  isRestrictable,
  signatureOf,
} from './catalogue';
import { expandAction } from './expandAction';

const idOf = (name: string) => findAction(name) ?? -1;

describe('the catalogue', () => {
  it('knows every action that AWS had on its day', () => {
    expect(catalogueDate).toBe('2026-09-26');
    expect(actionCount).toBe(22_091);
    expect(actionCount).toBeLessThan(MOST_ACTIONS);
  });

  it.each([
    'iam:PassRole',
    'a2c:GetContainerizationJobDetails',
    'xray:UpdateTraceSegmentDestination',
  ])('finds %s in any letter case', name => {
    expect(actionName(idOf(name))).toBe(name);
    expect(findAction(name.toUpperCase())).toBe(findAction(name));
  });

  it.each(['iam:PassRole ', 'iam:Pass*', 'PassRole', 'nosuch:Action', '', ':'])(
    'does not know %p',
    name => {
      expect(findAction(name)).toBeUndefined();
    },
  );

  it.each([
    ['s3:GetObject', ['Read']],
    ['s3:ListBucket', ['List']],
    ['s3:PutBucketPolicy', ['Permissions management', 'Write']],
    ['ec2:CreateTags', ['Tagging', 'Write']],
    ['iam:PassRole', ['Write']],
  ])('%s is %j', (name, levels) => {
    expect([...accessLevelsOf(idOf(name))].sort()).toEqual(levels);
  });

  it.each([
    ['ecr:GetAuthorizationToken', []],
    [
      'ecr:BatchGetImage',
      ['arn:{Partition}:ecr:{Region}:{Account}:repository/{RepositoryName}'],
    ],
    [
      'sts:AssumeRole',
      ['arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}'],
    ],
  ])('%s takes %j', (name, arns) => {
    expect(signatureOf(idOf(name)).types.map(({ arn }) => arn)).toEqual(arns);
    expect(isRestrictable(idOf(name))).toBe(arns.length > 0);
  });

  it('knows the condition keys of an action and of its resources', () => {
    const keys = signatureOf(idOf('iam:PassRole')).conditionKeys;
    expect(keys.get('iam:passedtoservice')).toBe('single');
    expect(
      signatureOf(idOf('dynamodb:GetItem')).conditionKeys.get(
        'dynamodb:leadingkeys',
      ),
    ).toBe('several');
  });
});

describe('expandAction', () => {
  const namesOf = (pattern: string) =>
    [...actionsIn(expandAction(pattern))].map(actionName);

  it.each([
    ['iam:PassRole', ['iam:PassRole']],
    ['IAM:pass*', ['iam:PassRole']],
    ['iam:*Pass?ole', ['iam:PassRole']],
    ['iam:PassRole*', ['iam:PassRole']],
    ['i?m:passrole', ['iam:PassRole']],
    ['*:PassRole', ['iam:PassRole']],
    ['iam*PassRole', ['iam:PassRole']],
    ['iam:PassRole ', []],
    ['iam:PassRole,iam:GetRole', []],
    ['iam', []],
    ['', []],
    [':', []],
    ['nosuch:*', []],
    ['\u212Ams:Decrypt', []],
  ])('%p takes in %j', (pattern, names) => {
    expect(namesOf(pattern)).toEqual(names);
  });

  it.each(['*', '*:*', '**', '***:**', '?*'])('%p takes in everything', all => {
    expect(sizeOf(expandAction(all))).toBe(actionCount);
  });

  it.each(['s3:*', 'S3:**', 's3:?*'])(
    '%p takes in all of the service',
    pattern => {
      expect(expandAction(pattern)).toEqual(actionsOfService('s3'));
    },
  );

  it('sees that a star may reach from the service into the name', () => {
    expect(namesOf('secretsmanager*value')).toContain(
      'secretsmanager:GetSecretValue',
    );
  });
});
