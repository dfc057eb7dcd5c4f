import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { DescribePullThroughCacheRulesCommand } from '@aws-sdk/client-ecr';
import {
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListContainerInstancesCommand,
  ListServicesCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import {
  GetInstanceProfileCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { DescribeParametersCommand } from '@aws-sdk/client-ssm';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import {
  anSdkCluster,
  anSdkService,
  anSdkTaskDefinition,
  anyAccess,
  mockAws,
  production,
  TRUST,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

const ECS = 'arn:aws:ecs:eu-west-1:111122223333';
const CLUSTERS = 20;
const SERVICES = 250;
const TASKS_OF_SERVICE = 4;
const HOSTS = 50;

const clusterArn = (index: number) => `${ECS}:cluster/c${index % CLUSTERS}`;
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const indexOf = (arn: string | undefined) =>
  Number(/(\d+)(?::\d+)?$/.exec(arn ?? '')?.[1]);
const inCluster = (arn: string | undefined, count: number) =>
  upTo(count).filter(index => clusterArn(index) === arn);

/** 250 services of four tasks in 20 clusters, half of them on 50 hosts, with three secrets and a role each. */
function mockLargeTarget(): void {
  const { ecs, ec2, iam, ssm, secretsManager, ecr } = aws;
  ecs.on(ListClustersCommand).resolves({
    clusterArns: upTo(CLUSTERS).map(clusterArn),
  });
  ecs.on(DescribeClustersCommand).callsFake(({ clusters }) => ({
    clusters: clusters.map((arn: string) =>
      anSdkCluster({
        clusterArn: arn,
        clusterName: `c${indexOf(arn)}`,
        registeredContainerInstancesCount: indexOf(arn) % 2,
      }),
    ),
  }));
  ecs.on(ListServicesCommand).callsFake(({ cluster }) => ({
    serviceArns: inCluster(cluster, SERVICES).map(
      index => `${ECS}:service/c${index % CLUSTERS}/s${index}`,
    ),
  }));
  ecs.on(DescribeServicesCommand).callsFake(({ cluster, services }) => ({
    services: services.map((serviceArn: string) => {
      const taskDefinition = `${ECS}:task-definition/s${indexOf(serviceArn)}:1`;
      return anSdkService({
        serviceArn,
        serviceName: `s${indexOf(serviceArn)}`,
        clusterArn: cluster,
        launchType: indexOf(serviceArn) % 2 ? 'EC2' : 'FARGATE',
        taskDefinition,
        deployments: [{ id: '1', status: 'PRIMARY', taskDefinition }],
        currentServiceRevisions: [{ arn: `${serviceArn}/1` }],
      });
    }),
  }));
  ecs
    .on(DescribeServiceRevisionsCommand)
    .callsFake(({ serviceRevisionArns }) => ({
      serviceRevisions: serviceRevisionArns.map((arn: string) => ({
        serviceRevisionArn: arn,
        guardDutyEnabled: false,
      })),
    }));
  ecs.on(ListTasksCommand).callsFake(({ cluster }) => ({
    taskArns: inCluster(cluster, SERVICES).flatMap(index =>
      upTo(TASKS_OF_SERVICE).map(task => `${ECS}:task/${task}/${index}`),
    ),
  }));
  ecs.on(DescribeTasksCommand).callsFake(({ cluster, tasks }) => ({
    tasks: tasks.map((taskArn: string) => ({
      taskArn,
      clusterArn: cluster,
      group: `service:s${indexOf(taskArn)}`,
      lastStatus: 'RUNNING',
      taskDefinitionArn: `${ECS}:task-definition/s${indexOf(taskArn)}:1`,
      containerInstanceArn:
        indexOf(taskArn) % 2
          ? `${ECS}:container-instance/c/${indexOf(taskArn) % HOSTS}`
          : undefined,
    })),
  }));
  ecs.on(ListContainerInstancesCommand).callsFake(({ cluster }) => ({
    containerInstanceArns: inCluster(cluster, 2 * HOSTS).map(
      index => `${ECS}:container-instance/c/${index}`,
    ),
  }));
  ecs
    .on(DescribeContainerInstancesCommand)
    .callsFake(({ containerInstances }) => ({
      containerInstances: containerInstances.map((arn: string) => ({
        containerInstanceArn: arn,
        ec2InstanceId: `i-${indexOf(arn)}`,
      })),
    }));
  ec2.on(DescribeInstancesCommand).callsFake(({ InstanceIds }) => ({
    Reservations: [
      {
        Instances: InstanceIds.map((InstanceId: string) => ({
          InstanceId,
          IamInstanceProfile: {
            Arn: 'arn:aws:iam::111122223333:instance-profile/ecsInstanceRole',
          },
        })),
      },
    ],
  }));
  ecs.on(DescribeTaskDefinitionCommand).callsFake(({ taskDefinition }) => {
    const family = `s${indexOf(taskDefinition)}`;
    return {
      taskDefinition: anSdkTaskDefinition({
        taskDefinitionArn: `${ECS}:task-definition/${family}:1`,
        family,
        revision: 1,
        taskRoleArn: `arn:aws:iam::111122223333:role/${family}`,
        executionRoleArn: 'arn:aws:iam::111122223333:role/exec',
        containerDefinitions: [
          {
            name: 'app',
            image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1',
            secrets: [
              ...upTo(2).map(index => ({
                name: `S${index}`,
                valueFrom: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${family}-${index}-AbCdEf`,
              })),
              { name: 'P', valueFrom: `/${family}/p` },
            ],
          },
        ],
      }),
    };
  });
  secretsManager
    .on(DescribeSecretCommand)
    .callsFake(({ SecretId }) => ({ ARN: SecretId }));
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [] });
  ecr
    .on(DescribePullThroughCacheRulesCommand)
    .resolves({ pullThroughCacheRules: [] });
  iam.on(GetInstanceProfileCommand).resolves({
    InstanceProfile: {
      Path: '/',
      InstanceProfileName: 'ecsInstanceRole',
      InstanceProfileId: '1',
      Arn: 'arn:aws:iam::111122223333:instance-profile/ecsInstanceRole',
      CreateDate: new Date('2025-01-01T00:00:00Z'),
      Roles: [],
    },
  });
  iam.on(GetRoleCommand).callsFake(({ RoleName }) => ({
    Role: {
      RoleName,
      Path: '/',
      Arn: `arn:aws:iam::111122223333:role/${RoleName}`,
      AssumeRolePolicyDocument: encodeURIComponent(TRUST),
    },
  }));
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: [] });
  iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [] });
}

/** How often each call is made in one read after the other. */
function aReader() {
  const stored = new Map<string, TaskDefinition>();
  const collector = AwsCollector.create({ access: anyAccess });
  return async () => {
    Object.values(aws).forEach(mock => mock.resetHistory());
    const { taskDefinition, gaps } = await collectAll(collector, production, {
      storedTaskDefinitions: async arns =>
        arns.flatMap(arn => stored.get(arn) ?? []),
    });
    expect(gaps).toEqual([]);
    taskDefinition.forEach(each => stored.set(each.arn, each));
    const counts: Record<string, number> = {};
    for (const mock of Object.values(aws)) {
      for (const { args } of mock.calls()) {
        const name = args[0].constructor.name.replace(/Command$/, '');
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    return counts;
  };
}

describe('the calls of a read of 250 services in 20 clusters with 1,000 tasks', () => {
  const everyTime = {
    ListClusters: 1,
    DescribeClusters: 1,
    ListServices: 20,
    // Ten at a time, of 12 or 13 in each cluster.
    DescribeServices: 40,
    DescribeServiceRevisions: 40,
    ListTasks: 20,
    DescribeTasks: 20,
    ListContainerInstances: 10,
    DescribeContainerInstances: 10,
    DescribeInstances: 10,
    DescribePullThroughCacheRules: 1,
    GetInstanceProfile: 1,
    GetRole: 251,
    ListRolePolicies: 251,
    ListAttachedRolePolicies: 251,
  };

  it('are made in batches where AWS takes them; what does not change is asked for once, or once a day', async () => {
    mockLargeTarget();
    const read = aReader();
    expect(await read()).toEqual({
      ...everyTime,
      // The revision in use, and the latest one of its family.
      DescribeTaskDefinition: 2 * SERVICES,
      DescribeSecret: 2 * SERVICES,
      // Fifty names at a time.
      DescribeParameters: SERVICES / 50,
    });
    expect(await read()).toEqual(everyTime);
  });
});
