import { resolveRoleArn } from '../../names/roleArn';
import type { TaskOverride } from '../../service';
import type { NeedsInput } from '../derivation';
import { ENVIRONMENT_FILE_FAILURE } from '../failures';
import type { NeedRow, RoleNeeds } from '../permission';
import { roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { s3Read } from './s3Reads';

/**
 * Row E11: environment files in S3.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function environmentFiles({ taskDefinition }: NeedsInput): RoleNeeds {
  return uniteNeeds(
    taskDefinition.containers.map(({ environmentFiles: files }, index) =>
      filesIn(files, `containerDefinitions[${index}].environmentFiles`, 'E11'),
    ),
  );
}

/**
 * Row E18: environment files that running tasks were given when they were started.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 *
 * @param override - of the role that is asked about; `null`: the role of the definition
 */
export function overriddenEnvironmentFiles(
  { taskDefinition, service, home }: NeedsInput,
  override: TaskOverride | null,
): RoleNeeds {
  const at = 'overrides.containerOverrides.environmentFiles';
  if (override !== null) {
    return filesIn(override.environmentFiles, at, 'E18');
  }
  if (service === null) {
    return uniteNeeds([]);
  }
  if (!service.overrides.known) {
    // ECS itself starts the tasks of a service, and overrides nothing.
    return service.kind === 'task-family'
      ? notRead(at, service.overrides.because)
      : uniteNeeds([]);
  }
  const roleOf = (arn: string | null) => arn && resolveRoleArn(arn, home);
  const own = roleOf(taskDefinition.executionRoleArn);
  return uniteNeeds(
    service.overrides.value
      .filter(
        each =>
          each.taskDefinitionArn === taskDefinition.arn &&
          (each.executionRoleArn === null ||
            roleOf(each.executionRoleArn) === own),
      )
      .map(each => filesIn(each.environmentFiles, at, 'E18')),
  );
}

function filesIn(
  files: readonly string[],
  at: string,
  row: NeedRow,
): RoleNeeds {
  return uniteNeeds(
    files.map((file, index) =>
      s3Read({
        row,
        because: `${at}[${index}].value`,
        text: file,
        what: 'the environment file',
        phrase: `reads env file ${file.slice(
          file.lastIndexOf('/') + 1,
        )} from S3`,
        failure: ENVIRONMENT_FILE_FAILURE,
      }),
    ),
  );
}

function notRead(because: string, why: string): RoleNeeds {
  return roleNeeds({
    required: null,
    unresolved: [
      {
        row: 'E18',
        certain: false,
        because,
        phrase: 'reads env files that tasks were started with',
        why: `what running tasks were started with is not known (${why}): with ecs:DescribeTasks it is`,
        actions: ['s3:GetObject', 's3:GetBucketLocation'],
      },
    ],
  });
}
