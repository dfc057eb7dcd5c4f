import { known } from '../../known';
import {
  aNextHost,
  aServiceHost,
  aTaskDefinition,
  roleArn,
} from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { missingTaskRole } from './missing-task-role';

const none = { task: null, execution: null };
const taskDefinition = aTaskDefinition({ networkMode: 'bridge' });
const hopLimit2 = {
  metadataOptions: known({
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: 2,
  }),
};

export const cases: RuleCases<typeof missingTaskRole> = {
  flagged: [
    {
      name: 'tasks on EC2',
      given: { taskRoles: none, taskDefinition, compute: ['ec2'] },
      expect: [{ message: 'onHosts', data: { hosts: ['EC2'] }, at: '' }],
    },
    {
      name: 'tasks on EC2 and on external hosts, with an execution role',
      given: {
        taskRoles: { task: null, execution: roleArn('ecsTaskExecutionRole') },
        taskDefinition,
        compute: ['ec2', 'external'],
      },
      expect: [
        { message: 'onHosts', data: { hosts: ['EC2', 'external'] }, at: '' },
      ],
    },
    {
      name: 'some tasks on EC2, others nobody knows where',
      given: { taskRoles: none, taskDefinition, compute: ['ec2', 'unknown'] },
      expect: [{ message: 'onHosts', data: { hosts: ['EC2'] }, at: '' }],
    },
    {
      name: 'the metadata service of one host of two is out of reach',
      given: {
        taskRoles: none,
        taskDefinition,
        compute: ['ec2'],
        hosts: [aServiceHost(), aServiceHost({ name: 'i-2', ...hopLimit2 })],
      },
      expect: [{ message: 'onHosts', data: { hosts: ['EC2'] }, at: '' }],
    },
    {
      name: 'hosts of which nothing more is known',
      given: { taskRoles: none, taskDefinition, compute: ['ec2'], hosts: [] },
      expect: [{ message: 'onHosts', data: { hosts: ['EC2'] }, at: '' }],
    },
    {
      name: 'external hosts: their credentials are in a file, not behind a metadata service',
      given: {
        taskRoles: none,
        taskDefinition,
        compute: ['external'],
        hosts: [aServiceHost({ compute: 'external' })],
      },
      expect: [{ message: 'onHosts', data: { hosts: ['external'] }, at: '' }],
    },
  ],
  accepted: [
    {
      name: 'the metadata service of every host is out of reach, whatever the template of the next one says',
      given: {
        taskRoles: none,
        taskDefinition,
        compute: ['ec2'],
        hosts: [aServiceHost({ capacityProvider: 'asg' }), aNextHost()],
      },
    },
    {
      name: 'a task role',
      given: {
        taskRoles: { task: roleArn('checkout-task'), execution: null },
        taskDefinition,
        compute: ['ec2'],
      },
    },
    {
      name: 'Fargate: there is no host whose role could be used',
      given: { taskRoles: none, taskDefinition, compute: ['fargate'] },
    },
    {
      name: 'network mode `none`: the containers reach no host',
      given: {
        taskRoles: none,
        taskDefinition: aTaskDefinition({ networkMode: 'none' }),
        compute: ['ec2'],
      },
    },
  ],
  undecided: [
    {
      name: 'nobody knows where the tasks run',
      given: {
        taskRoles: none,
        taskDefinition,
        compute: ['fargate', 'unknown'],
      },
      because: 'where the tasks run is not known',
    },
  ],
};
