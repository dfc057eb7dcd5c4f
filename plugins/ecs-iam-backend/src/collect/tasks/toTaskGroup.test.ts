import type { Task } from '@aws-sdk/client-ecs';
import { aTaskGroup } from '../../testSupport/aTaskGroup';
import { CLUSTER, DEFINITION } from '../../testSupport/awsMocks';
import { toTaskGroup, type TaskGroup } from './toTaskGroup';

const HOST = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/1';
const ROLE = 'arn:aws:iam::111122223333:role/night';
const ENVIRONMENT = 'arn:aws:s3:::shop-config/night.env';

const onFargate: Task = {
  taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0a1',
  clusterArn: CLUSTER,
  taskDefinitionArn: DEFINITION,
  lastStatus: 'RUNNING',
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  group: 'family:checkout',
  overrides: { containerOverrides: [{ name: 'app' }] },
};

it.each<Readonly<{ what: string; task: Task; group: Partial<TaskGroup> }>>([
  { what: 'a standalone task', task: {}, group: {} },
  {
    what: 'a task of a service',
    task: { group: 'service:checkout' },
    group: { serviceName: 'checkout' },
  },
  {
    what: 'a task in a group of its own, which only looks like one of a service',
    task: { group: 'myservice:checkout' },
    group: {},
  },
  {
    what: 'a task on a host',
    task: {
      launchType: 'EC2',
      platformVersion: undefined,
      containerInstanceArn: HOST,
      capacityProviderName: 'spot',
      enableExecuteCommand: true,
    },
    group: {
      launchType: 'EC2',
      platformVersion: null,
      hostArn: HOST,
      capacityProvider: 'spot',
      enableExecuteCommand: true,
    },
  },
  {
    what: 'a task whose roles are overridden',
    task: { overrides: { taskRoleArn: ROLE, executionRoleArn: ROLE } },
    group: { taskRoleArn: ROLE, executionRoleArn: ROLE },
  },
  {
    what: 'a task with empty overrides',
    task: { overrides: { taskRoleArn: '', executionRoleArn: '' } },
    group: {},
  },
  {
    what: 'a task with environment files of two containers, once',
    task: {
      overrides: {
        containerOverrides: [
          { environmentFiles: [{ value: ENVIRONMENT, type: 's3' }] },
          {
            environmentFiles: [
              { value: ENVIRONMENT, type: 's3' },
              { value: undefined, type: 's3' },
            ],
          },
        ],
      },
    },
    group: { environmentFiles: [ENVIRONMENT] },
  },
  {
    what: 'a task with an EBS volume',
    task: {
      attachments: [
        {
          type: 'AmazonElasticBlockStorage',
          details: [
            { name: 'roleArn', value: ROLE },
            { name: 'volumeId', value: 'vol-1' },
          ],
        },
        { type: 'ElasticNetworkInterface' },
      ],
    },
    group: { volumeRoleArns: [ROLE] },
  },
  {
    what: 'a task of which little is said',
    task: {
      launchType: undefined,
      platformVersion: undefined,
      group: undefined,
      lastStatus: undefined,
      overrides: undefined,
    },
    group: { launchType: null, platformVersion: null },
  },
])('takes $what for what it is', ({ task, group }) => {
  expect(toTaskGroup({ ...onFargate, ...task })).toEqual(aTaskGroup(group));
});

it.each<Readonly<{ what: string; task: Task }>>([
  { what: 'a task that has ended', task: { lastStatus: 'STOPPED' } },
  {
    what: 'an answer without a task definition',
    task: { taskDefinitionArn: undefined },
  },
])('leaves out $what', ({ task }) => {
  expect(toTaskGroup({ ...onFargate, ...task })).toBeUndefined();
});
