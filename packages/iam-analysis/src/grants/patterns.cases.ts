import { ACCOUNT } from '../testUtils/names';

/** Actions that take all kinds of resource types. */
export const SAMPLED = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:PutObject',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:PutBucketPolicy',
  'iam:PassRole',
  'iam:CreateUser',
  'iam:ListRoles',
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'ec2:RunInstances',
  'ec2:DescribeInstances',
  'ec2:TerminateInstances',
  'ecs:RunTask',
  'kms:Decrypt',
  'kms:CreateKey',
  'secretsmanager:GetSecretValue',
  'ssm:SendCommand',
  'ssm:GetParameter',
  'sqs:SendMessage',
  'logs:CreateLogGroup',
  'dynamodb:GetItem',
  'lambda:InvokeFunction',
];

/** Patterns of actions. */
export const ACTIONS = [
  ...SAMPLED,
  '*',
  '*:*',
  's3:*',
  'S3:get*',
  'iam:Pass?ole',
  'ec2:*Instances',
  'ss*:*',
  '*:Get*',
  's3:?*Bucket*',
];

/** Patterns of resources: of whole ARNs and of short ones. */
export const RESOURCES = [
  '*',
  '**',
  '?*',
  'arn:*',
  'arn:aws:*',
  'arn:aws:s3:::*',
  'arn:aws:s3',
  'arn:aws:s3:::payroll',
  'arn:aws:s3:::payroll/*',
  'arn:aws:s3:::pay*',
  'arn:aws:s3:::*/app-1',
  `arn:aws:iam::${ACCOUNT}:role/*`,
  'arn:aws:iam::*:role/payroll',
  'arn:aws:iam::999999999999:role/*',
  `arn:aws:iam::${ACCOUNT}:*`,
  'arn:*:sqs:*:*:?*',
  `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
  'arn:aws:ec2:us-*:*:*',
  'arn:aws:*:*:*:*/payroll',
  `arn:aws:ssm:*:${ACCOUNT}:parameter/*`,
  'arn:aws:kms:*:*:key/????????',
  'arn:aws-cn:s3:::*',
];
