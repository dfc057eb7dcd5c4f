import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListClustersCommand,
  ListDaemonsCommand,
  ListServicesCommand,
  ListTasksCommand,
  type Cluster,
  type Service,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import {
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { AwsAccess, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { mockClient } from 'aws-sdk-client-mock';

export const production: Target = {
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
};

/** Access whose credentials nobody checks: the clients are mocked. */
export const anyAccess: AwsAccess = {
  clientConfig: async () => ({
    credentials: async () => ({
      accessKeyId: 'placeholder',
      secretAccessKey: 'placeholder',
    }),
  }),
};

/** The clients, with nothing mocked yet. */
export function mockAws() {
  return {
    ecs: mockClient(ECSClient),
    ec2: mockClient(EC2Client),
    autoScaling: mockClient(AutoScalingClient),
    iam: mockClient(IAMClient),
    ssm: mockClient(SSMClient),
    secretsManager: mockClient(SecretsManagerClient),
    ecr: mockClient(ECRClient),
  };
}

export type AwsMocks = ReturnType<typeof mockAws>;

export const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
export const SERVICE =
  'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout';
export const DEFINITION =
  'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7';
export const EXECUTION_ROLE = 'arn:aws:iam::111122223333:role/checkoutExec';
export const TASK_ROLE = 'arn:aws:iam::111122223333:role/checkoutTask';
export const TRUST = '{"Version":"2012-10-17","Statement":[]}';

export function anSdkCluster(cluster: Partial<Cluster> = {}): Cluster {
  return {
    clusterArn: CLUSTER,
    clusterName: 'shop',
    status: 'ACTIVE',
    registeredContainerInstancesCount: 0,
    ...cluster,
  };
}

export function anSdkService(service: Partial<Service> = {}): Service {
  return {
    serviceArn: SERVICE,
    serviceName: 'checkout',
    clusterArn: CLUSTER,
    status: 'ACTIVE',
    launchType: 'FARGATE',
    desiredCount: 1,
    runningCount: 1,
    taskDefinition: DEFINITION,
    deployments: [
      {
        id: 'ecs-svc/1',
        status: 'PRIMARY',
        taskDefinition: DEFINITION,
        launchType: 'FARGATE',
        desiredCount: 1,
        runningCount: 1,
      },
    ],
    ...service,
  };
}

export function anSdkTaskDefinition(
  definition: Partial<TaskDefinition> = {},
): TaskDefinition {
  return {
    taskDefinitionArn: DEFINITION,
    family: 'checkout',
    revision: 7,
    executionRoleArn: EXECUTION_ROLE,
    taskRoleArn: TASK_ROLE,
    networkMode: 'awsvpc',
    containerDefinitions: [{ name: 'app', image: 'nginx' }],
    ...definition,
  };
}

/** One cluster with one Fargate service, no task, no daemon, and two roles that have no policies. */
export function mockFleet(
  { ecs, iam }: AwsMocks,
  fleet: Readonly<{
    cluster?: Partial<Cluster>;
    service?: Partial<Service>;
    definition?: Partial<TaskDefinition>;
  }> = {},
): void {
  ecs.on(ListClustersCommand).resolves({ clusterArns: [CLUSTER] });
  ecs
    .on(DescribeClustersCommand)
    .resolves({ clusters: [anSdkCluster(fleet.cluster)] });
  ecs.on(ListServicesCommand).resolves({ serviceArns: [SERVICE] });
  ecs
    .on(DescribeServicesCommand)
    .resolves({ services: [anSdkService(fleet.service)] });
  ecs.on(ListDaemonsCommand).resolves({ daemonSummariesList: [] });
  ecs.on(ListTasksCommand).resolves({ taskArns: [] });
  ecs.on(DescribeTaskDefinitionCommand).resolves({
    taskDefinition: anSdkTaskDefinition(fleet.definition),
  });
  iam.on(GetRoleCommand).callsFake(({ RoleName }) => ({
    Role: {
      RoleName,
      Path: '/',
      Arn: `arn:aws:iam::111122223333:role/${RoleName}`,
      CreateDate: new Date('2025-01-01T00:00:00Z'),
      AssumeRolePolicyDocument: encodeURIComponent(TRUST),
      RoleLastUsed: {
        LastUsedDate: new Date('2026-01-01T00:00:00Z'),
        Region: 'eu-west-1',
      },
    },
  }));
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: [] });
  iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [] });
}

/** An error as AWS sends it: most services put the code in the name. */
export function awsError(
  code: string,
  message = `${code} happened`,
  httpStatusCode = 400,
): Error {
  return Object.assign(new Error(message), {
    name: code,
    $metadata: { httpStatusCode },
  });
}
