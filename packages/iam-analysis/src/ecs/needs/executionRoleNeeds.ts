import { parseArn } from '../names/arn';
import type { SecretReader } from '../names/secretReference';
import type { Service } from '../service';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';
import { awslogsPhrases } from './containerLogs';
import { imagePullPhrases, registriesWithCredentials } from './imagePulls';
import { canBeWatched } from './guardDuty';
import { hasNoFallback } from './hostFallback';
import type { ExecutionRoleFeature, ExecutionRoleNeed } from './need';
import { count, distinct, shortList } from './phrases';
import { secretPhrases } from './secretReads';

/**
 * What the agent does with the execution role for tasks of this definition. Image pulls from ECR and the `awslogs`
 * driver make the role required on Fargate, Managed Instances and external hosts only: on EC2 the agent falls back to
 * the instance role. All else needs it everywhere.
 * Not seen here: pull-through caches, overrides of RunTask.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 *
 * @param taskDefinition - the revision
 * @param compute - where its tasks run; `unknown` requires nothing by itself
 * @param service - adds the log configuration of the Service Connect proxy, GuardDuty on Fargate and Express Mode
 * @returns the needs in a fixed order; empty when the definition needs no execution role
 * @public
 */
export function executionRoleNeeds(
  taskDefinition: TaskDefinition,
  compute: readonly Compute[],
  service?: Service,
): readonly ExecutionRoleNeed[] {
  const { containers, volumes } = taskDefinition;
  const home = homeOf(taskDefinition);
  const withoutInstanceRole = compute.some(hasNoFallback);

  const logs = [
    ...containers.flatMap(each => each.logConfiguration ?? []),
    ...(service?.serviceConnectLogs ? [service.serviceConnectLogs] : []),
  ];
  const secrets = [
    ...containers.flatMap(container => container.secrets),
    ...logs.flatMap(({ secretOptions }) => secretOptions),
  ];
  const registries = registriesWithCredentials(containers);
  const fsx = volumes.filter(volume => volume.fsxCredentialsParameter !== null);

  return [
    ...needs(
      'ecr-pull',
      imagePullPhrases(containers, home),
      withoutInstanceRole,
    ),
    ...needs(
      'registry-credentials',
      registries.length === 0
        ? []
        : [`signs in to ${shortList(registries, 'registries')}`],
    ),
    ...needs('awslogs', awslogsPhrases(logs, home.region), withoutInstanceRole),
    ...needs('secrets', secretPhrases(secrets, home)),
    ...needs(
      'environment-files',
      counted(
        distinct(containers.flatMap(each => each.environmentFiles)),
        'env file',
        ' from S3',
      ),
    ),
    ...needs(
      'firelens-config',
      containers.some(each => each.firelens?.configFileType === 's3')
        ? ['reads the FireLens configuration from S3']
        : [],
    ),
    ...needs(
      'fsx-credentials',
      fsx.length === 0
        ? []
        : [
            `reads the credentials of FSx volume ${shortList(
              fsx.map(volume => volume.name),
              'volumes',
            )}`,
          ],
    ),
    ...needs(
      'credential-specs',
      counted(
        distinct(containers.flatMap(each => each.credentialSpecs)).filter(
          isReadByAgent,
        ),
        'gMSA credential spec',
      ),
    ),
    ...needs(
      'guard-duty',
      isWatched(service) && canBeWatched(taskDefinition, compute, service)
        ? ['pulls the agent of GuardDuty']
        : [],
    ),
    ...needs(
      'express-mode',
      service?.express ? ['starts the tasks of Express Mode'] : [],
    ),
  ];
}

function isWatched(service: Service | undefined): service is Service {
  return (
    service !== undefined && service.guardDuty.known && service.guardDuty.value
  );
}

// A spec in a local file (`credentialspec:file://`) is the host's, unless it is domainless: that one names a secret.
function isReadByAgent(spec: string): boolean {
  return !/^credentialspec:file:/i.test(spec.trim());
}

function homeOf({ arn }: TaskDefinition): SecretReader {
  const result = parseArn(arn);
  return result.ok
    ? result.value
    : { partition: 'aws', region: '', accountId: '' };
}

function needs(
  feature: ExecutionRoleFeature,
  phrases: readonly string[],
  requires: boolean = true,
): readonly ExecutionRoleNeed[] {
  return phrases.map(phrase => ({ feature, phrase, requires }));
}

function counted(
  items: readonly string[],
  noun: string,
  where: string = '',
): readonly string[] {
  return items.length === 0
    ? []
    : [`reads ${count(items.length, noun)}${where}`];
}
