import type { Account, Region } from '../types';

/** Where a service runs. */
export type Site = Readonly<{
  account: Account;
  region: Region;
  cluster: string;
}>;

export function ecrImage({ account, region }: Site, repository: string) {
  return `${account}.dkr.ecr.${region}.amazonaws.com/${repository}:1.4.2`;
}

export function repositoryArn({ account, region }: Site, repository: string) {
  return `arn:aws:ecr:${region}:${account}:repository/${repository}`;
}

export function logGroupArn({ account, region }: Site, group: string) {
  return `arn:aws:logs:${region}:${account}:log-group:${group}:*`;
}

/** Secrets Manager ends each ARN in six characters of its own. */
export function secretArn({ account, region }: Site, path: string) {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${path}-Xk7Qp2`;
}

export function parameterArn({ account, region }: Site, path: string) {
  return `arn:aws:ssm:${region}:${account}:parameter/${path}`;
}

export function tableArn({ account, region }: Site, table: string) {
  return `arn:aws:dynamodb:${region}:${account}:table/${table}`;
}

export function queueArn({ account, region }: Site, queue: string) {
  return `arn:aws:sqs:${region}:${account}:${queue}`;
}

export function topicArn({ account, region }: Site, topic: string) {
  return `arn:aws:sns:${region}:${account}:${topic}`;
}
