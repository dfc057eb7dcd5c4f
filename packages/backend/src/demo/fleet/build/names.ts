import type { Account, Region } from '../types';

/** Where a service runs. */
export type Site = Readonly<{
  account: Account;
  region: Region;
  cluster: string;
}>;

/** An image in the account's own registry. */
export function ecrImage(
  { account, region }: Pick<Site, 'account' | 'region'>,
  repository: string,
) {
  return `${account}.dkr.ecr.${region}.amazonaws.com/${repository}:1.4.2`;
}

/** The ARN of an ECR repository. */
export function repositoryArn(
  { account, region }: Readonly<{ account: string; region: string }>,
  repository: string,
) {
  return `arn:aws:ecr:${region}:${account}:repository/${repository}`;
}

/** The ARN of a log group, with all its streams. */
export function logGroupArn({ account, region }: Site, group: string) {
  return `arn:aws:logs:${region}:${account}:log-group:${group}:*`;
}

/** Secrets Manager ends each ARN in six characters of its own. */
export function secretArn(
  { account, region }: Pick<Site, 'account' | 'region'>,
  path: string,
  suffix: string = 'Xk7Qp2',
) {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${path}-${suffix}`;
}

/** The ARN of a Systems Manager parameter. */
export function parameterArn({ account, region }: Site, path: string) {
  return `arn:aws:ssm:${region}:${account}:parameter/${path}`;
}

/** The ARN of a DynamoDB table. */
export function tableArn({ account, region }: Site, table: string) {
  return `arn:aws:dynamodb:${region}:${account}:table/${table}`;
}

/** The ARN of an SQS queue. */
export function queueArn({ account, region }: Site, queue: string) {
  return `arn:aws:sqs:${region}:${account}:${queue}`;
}

/** The ARN of an SNS topic. */
export function topicArn({ account, region }: Site, topic: string) {
  return `arn:aws:sns:${region}:${account}:${topic}`;
}

/** The ARN of a key of the company's. */
export function keyArn({ account, region }: Site, id: string) {
  return `arn:aws:kms:${region}:${account}:key/00000000-0000-4000-8000-0000${id}`;
}

/** The ARN of an object in S3, or of all objects with a prefix. */
export function objectArn(bucket: string, key: string) {
  return `arn:aws:s3:::${bucket}/${key}`;
}
