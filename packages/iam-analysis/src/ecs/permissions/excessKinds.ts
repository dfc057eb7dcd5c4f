import {
  intersect,
  subtract,
  unite,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import {
  actionsNamed,
  credentialsActions,
  dataActions,
} from '../../catalogue/categories';
import { actionsWhere } from '../../catalogue/categories/select';
import { writingActions } from '../../catalogue/categories/writing';
import { findAction } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import { lazily } from '../../catalogue/lazily';

/**
 * What the agent of a container instance does. Whoever may do it elsewhere can ask for the work, and the credentials, of
 * the tasks of a host.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
export const agentActions = lazily(() =>
  uniteAll(
    [
      'ecs:Poll',
      'ecs:DiscoverPollEndpoint',
      'ecs:RegisterContainerInstance',
      'ecs:StartTelemetrySession',
      'ecs:Submit*',
    ].map(expandAction),
  ),
);

/** What secrets and parameters are read with, and opened. */
export const secretReads = lazily(() =>
  actionsNamed([
    'secretsmanager:GetSecretValue',
    'secretsmanager:BatchGetSecretValue',
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
    'kms:Decrypt',
  ]),
);

/**
 * What deployment tools add beside a permission, on the same resources: CDK's `grantRead` of a secret, of a parameter and
 * of a bucket, and its `grantPull` of a repository.
 * Source: https://github.com/aws/aws-cdk, `grant` methods of aws-secretsmanager, aws-ssm, aws-s3 and aws-ecr
 */
export const toolShaped = lazily((): readonly ToolShape[] => [
  shape('secretsmanager:GetSecretValue', ['secretsmanager:DescribeSecret']),
  shape('ssm:GetParameters', [
    'ssm:DescribeParameters',
    'ssm:GetParameter',
    'ssm:GetParameterHistory',
  ]),
  shape('s3:GetObject', ['s3:GetObject*', 's3:GetBucket*', 's3:List*']),
  shape('ecr:BatchGetImage', ['ecr:BatchCheckLayerAvailability']),
]);

/** Actions that come with another one. */
export type ToolShape = Readonly<{ beside: number; actions: ActionSet }>;

function shape(beside: string, patterns: readonly string[]): ToolShape {
  return {
    beside: findAction(beside) ?? -1,
    actions: uniteAll(patterns.map(expandAction)),
  };
}

/** All that the rows of the execution role ever demand: an execution role may come to need it. */
export const executionDomain = lazily(() =>
  unite(
    secretReads(),
    actionsNamed([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:BatchImportUpstreamImage',
      'ecr:CreateRepository',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'fsx:DescribeFileSystems',
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetBucketLocation',
      's3:GetObject',
    ]),
  ),
);

/** All that the agent of a host, and what AWS documents beside it, ever does. */
export const instanceDomain = lazily(() =>
  uniteAll([
    agentActions(),
    actionsNamed([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'ec2:DescribeTags',
      'ecs:CreateCluster',
      'ecs:DeregisterContainerInstance',
      'ecs:ListAccountSettings',
      'ecs:ListAttributes',
      'ecs:ListTagsForResource',
      'ecs:PutAccountSetting',
      'ecs:PutSystemLogEvents',
      'ecs:TagResource',
      'ecs:UpdateContainerInstancesState',
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
    ]),
  ]),
);

/** Whether some of the actions write, tag or manage permissions. */
export function someWrite(actions: ActionSet): boolean {
  return intersect(actions, changing()).length > 0;
}

/** Whether some of the actions read what customers store, or credentials. */
export function someReadData(actions: ActionSet): boolean {
  return intersect(actions, unite(dataActions(), credentialReads())).length > 0;
}

const changing = lazily(() =>
  unite(
    writingActions(),
    actionsWhere(({ levels }) => levels.includes('Tagging')),
  ),
);

// The token opens no repository by itself.
const credentialReads = lazily(() =>
  subtract(
    credentialsActions(),
    actionsNamed([
      'ecr:GetAuthorizationToken',
      'ecr-public:GetAuthorizationToken',
    ]),
  ),
);
