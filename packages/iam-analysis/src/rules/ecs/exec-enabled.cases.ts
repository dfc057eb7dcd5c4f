import {
  aCluster,
  aContainer,
  aService,
  aTaskDefinition,
} from '../../testUtils';
import type { Cluster } from '../../ecs/service';
import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { execEnabled } from './exec-enabled';

const service = aService({ enableExecuteCommand: true });
const taskDefinition = aTaskDefinition();
const withLogs = aTaskDefinition({
  containers: [
    aContainer({
      logConfiguration: { driver: 'awslogs', options: {}, secretOptions: [] },
    }),
  ],
});

export const cases: RuleCases<typeof execEnabled> = {
  flagged: [
    {
      name: 'on, with a log group for its sessions',
      given: {
        service,
        taskDefinition,
        cluster: logging('OVERRIDE', 'ecs-exec'),
      },
      expect: [on('logged')],
    },
    {
      name: 'on; the cluster says nothing, and a container has `awslogs`',
      given: { service, taskDefinition: withLogs, cluster: aCluster() },
      expect: [on('logged')],
    },
    {
      name: 'logging switched off: medium, even where a container has `awslogs`',
      given: { service, taskDefinition: withLogs, cluster: logging('NONE') },
      expect: [{ ...on('unlogged'), severity: 'medium' }],
    },
    {
      name: 'logging by default, and no container has `awslogs`: medium',
      given: { service, taskDefinition, cluster: logging('DEFAULT') },
      expect: [{ ...on('unlogged'), severity: 'medium' }],
    },
    {
      name: 'logging to nowhere: medium',
      given: { service, taskDefinition, cluster: logging('OVERRIDE') },
      expect: [{ ...on('unlogged'), severity: 'medium' }],
    },
    {
      name: 'an administrator as task role: medium',
      given: {
        service,
        taskDefinition,
        cluster: logging('OVERRIDE', 'ecs-exec'),
        ...held([allow('*')]),
      },
      expect: [{ ...on('logged', 'checkout-task'), severity: 'medium' }],
    },
    {
      name: 'a task role that can make itself an administrator: medium',
      given: { service, ...held([allow('iam:AttachRolePolicy')]) },
      expect: [{ ...on('unknown', 'checkout-task'), severity: 'medium' }],
    },
    {
      name: 'the cluster was not read',
      given: { service, taskDefinition, ...held([allow('s3:GetObject')]) },
      expect: [on('unknown')],
    },
    {
      name: 'no task role on Fargate: it cannot be used',
      given: {
        service,
        taskDefinition,
        cluster: logging('NONE'),
        compute: ['fargate'],
      },
      context: { role: null },
      expect: [{ message: 'unusable', data: { service: 'checkout' }, at: '' }],
    },
    {
      name: 'no task role on EC2, where it uses the role of the host',
      given: {
        service,
        taskDefinition: withLogs,
        cluster: aCluster(),
        compute: ['ec2'],
      },
      context: { role: null },
      expect: [on('logged')],
    },
  ],
  accepted: [
    {
      name: 'off, whatever the cluster logs',
      given: {
        service: aService(),
        taskDefinition,
        cluster: logging('NONE'),
        ...held([allow('*')]),
      },
    },
    {
      name: 'off, without a task role',
      given: { service: aService(), compute: ['fargate'] },
      context: { role: null },
    },
  ],
};

function logging(mode: string, group: string | null = null): Cluster {
  return aCluster({
    executeCommand: {
      logging: mode,
      kmsKeyId: null,
      cloudWatchLogGroupName: group,
      s3BucketName: null,
    },
  });
}

function on(
  sessions: 'logged' | 'unlogged' | 'unknown',
  administrator: string | null = null,
) {
  return {
    message: 'on',
    data: { sessions, administrator },
    at: '',
    severity: 'low',
  } as const;
}
