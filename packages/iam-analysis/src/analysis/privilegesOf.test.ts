import { grantsOf } from '../grants/grantsOf';
import type { RoleGrants } from '../grants/grant';
import { homeOf } from '../grants/home';
import { baselinePolicies } from '../ecs/baselinePolicies';
import { allow, deny, held, policy } from '../rules/caseBuilders';
import { privilegesOf } from './privilegesOf';

const admin = held([allow('*')]).grants;
const secrets = held([allow('secretsmanager:GetSecretValue')]).grants;

describe('privilegesOf', () => {
  it.each<[string, readonly RoleGrants[], readonly string[]]>([
    ['no role', [], []],
    [
      'an administrator alone',
      [secrets, admin],
      ['administer the whole account'],
    ],
    [
      'a role that can rewrite roles',
      [secrets, held([allow('iam:AttachRolePolicy')]).grants],
      ['become an administrator of the account'],
    ],
    [
      'what several roles may do, each once and the worst first',
      [
        held([allow('s3:GetObject'), allow('kms:Decrypt')]).grants,
        secrets,
        held([allow(['s3:GetObject', 'iam:PassRole'])]).grants,
      ],
      [
        'pass any role',
        'read every secret of the account',
        'read every S3 object',
        'decrypt with every key',
      ],
    ],
    [
      'parameters, tables, roles',
      [
        held([allow(['ssm:GetParameters', 'dynamodb:Query', 'sts:AssumeRole'])])
          .grants,
      ],
      [
        'become any role that trusts the account',
        'read every parameter of Systems Manager',
        'read every DynamoDB table',
      ],
    ],
    [
      'what has no name of its own',
      [
        held([
          allow([
            'sqs:ReceiveMessage',
            's3:DeleteBucket',
            's3:PutBucketPolicy',
            'cloudtrail:StopLogging',
            'redshift:GetClusterCredentials',
          ]),
        ]).grants,
      ],
      [
        'get credentials that are not its own',
        'read what other applications store',
        'destroy what other applications store',
        'open resources of the account to others',
        'stop or alter what records an attack',
      ],
    ],
    [
      'nothing where resources are named',
      [
        held([
          allow(
            'secretsmanager:GetSecretValue',
            'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout-*',
          ),
          allow('s3:GetObject', 'arn:aws:s3:::checkout-assets/*'),
          allow('iam:PassRole', 'arn:aws:iam::111122223333:role/worker'),
        ]).grants,
      ],
      [],
    ],
    [
      'nothing that is denied, bounded or bound by a condition',
      [
        held(
          [
            allow(['secretsmanager:GetSecretValue', 'kms:Decrypt']),
            deny('secretsmanager:GetSecretValue'),
            allow('s3:GetObject', '*', {
              StringEquals: { 'aws:ResourceAccount': '111122223333' },
            }),
          ],
          [allow('s3:*')],
        ).grants,
      ],
      [],
    ],
    [
      'nothing of an app that calls nothing of others',
      [held([allow('s3:ListAllMyBuckets')]).grants],
      [],
    ],
  ])('%s', (_, roles, expected) => {
    expect(privilegesOf(roles)).toEqual(expected);
  });

  it.each([
    ['AmazonEC2ContainerServiceforEC2Role', ['pull every image']],
    ['AmazonECSInstanceRolePolicyForManagedInstances', []],
    [
      'AmazonSSMManagedInstanceCore',
      ['read every parameter of Systems Manager'],
    ],
  ])('of %s', (name, expected) => {
    const role = grantsOf(
      baselinePolicies('instance')
        .filter(each => each.name === name)
        .map(each => policy('managed:a', JSON.stringify(each.document))),
      null,
      homeOf(null),
    );
    expect(privilegesOf([role])).toEqual(expected);
  });
});
