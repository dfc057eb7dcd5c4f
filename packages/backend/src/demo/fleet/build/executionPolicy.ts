import type { PolicyStatement } from '../types';
import { logGroupArn, parameterArn, repositoryArn, secretArn } from './names';
import type { Site } from './names';
import { allow } from './policies';
import type { ServiceInput } from './service';

/**
 * Exactly what the ECS agent needs to start the tasks of a service and to write their logs (ECS Developer Guide,
 * "Task execution IAM role").
 */
export function executionPolicy(
  site: Site,
  input: ServiceInput,
): readonly PolicyStatement[] {
  const secrets = Object.values(input.secrets ?? {});
  const parameters = Object.values(input.parameters ?? {});
  const statements = [
    input.image === undefined && allow('ecr:GetAuthorizationToken', '*'),
    input.image === undefined &&
      allow(
        ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        repositoryArn(site, `${input.team}/${input.name}`),
      ),
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
  ];
  return statements.filter(statement => statement !== false);
}
