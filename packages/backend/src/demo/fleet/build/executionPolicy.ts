import type { PolicyStatement } from '../types';
import { logGroupArn, parameterArn, repositoryArn, secretArn } from './names';
import type { Site } from './names';
import { allow } from './policies';
import type { TaskInput } from './taskParts';

/**
 * Exactly what the ECS agent needs to start tasks and to write their logs (ECS Developer Guide, "Task execution IAM
 * role"). What the input says in the words of ECS, under `container`, `sidecars`, `more` and `references`, is not seen
 * here, but for images.
 */
export function executionPolicy(
  site: Site,
  input: TaskInput,
  images: readonly string[],
): readonly PolicyStatement[] {
  const repositories = images.flatMap(image => repositoryOf(image));
  const secrets = Object.values(input.secrets ?? {});
  const parameters = Object.values(input.parameters ?? {});
  const keys = Object.values(input.keys ?? {});
  const files = input.environmentFiles ?? [];
  const statements = [
    repositories.length > 0 && allow('ecr:GetAuthorizationToken', '*'),
    repositories.length > 0 &&
      allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repositories),
    input.logs !== false &&
      allow(
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        logGroupArn(site, `/ecs/${input.name}`),
      ),
    secrets.length > 0 &&
      allow(
        'secretsmanager:GetSecretValue',
        secrets.map(path => secretArn(site, path)),
      ),
    parameters.length > 0 &&
      allow(
        'ssm:GetParameters',
        parameters.map(path => parameterArn(site, path)),
      ),
    keys.length > 0 && allow('kms:Decrypt', keys),
    ...(files.length > 0 ? readsFrom(site, files) : []),
  ];
  return statements.filter(statement => statement !== false);
}

/**
 * Objects that lie in buckets of the account: AWS recommends the condition, for a bucket that is deleted may be taken by
 * anybody.
 */
export function readsFrom(
  { account }: Site,
  objects: readonly string[],
): readonly PolicyStatement[] {
  const ofAccount = { StringEquals: { 'aws:ResourceAccount': account } };
  const buckets = objects.map(arn => arn.replace(/\/.*$/, ''));
  return [
    allow('s3:GetObject', objects, ofAccount),
    allow('s3:GetBucketLocation', [...new Set(buckets)], ofAccount),
  ];
}

function repositoryOf(image: string): readonly string[] {
  const [, account, region, repository] =
    /^(\d{12})\.dkr\.ecr\.([^.]+)\.amazonaws\.com\/([^:@]+)/.exec(image) ?? [];
  return repository === undefined
    ? []
    : [repositoryArn({ account, region }, repository)];
}
