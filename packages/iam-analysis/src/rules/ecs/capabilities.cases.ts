import { aContainer, aTaskDefinition } from '../../testUtils';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { RuleCases } from '../testRule';
import type { capabilities } from './capabilities';

export const cases: RuleCases<typeof capabilities> = {
  flagged: [
    {
      name: 'the rights of an administrator, on EC2',
      given: { taskDefinition: adding(['SYS_ADMIN']), compute: ['ec2'] },
      expect: [escapes('SYS_ADMIN')],
    },
    {
      name: 'all of them; nobody knows where the tasks run',
      given: { taskDefinition: adding(['ALL']) },
      expect: [escapes('ALL')],
    },
    {
      name: 'several, harmless ones among them: a finding for each degree',
      given: {
        taskDefinition: adding([
          'CHOWN',
          'NET_ADMIN',
          'SYS_MODULE',
          'IPC_LOCK',
          'BPF',
        ]),
        compute: ['ec2'],
      },
      expect: [escapes('SYS_MODULE', 'BPF'), risky('NET_ADMIN')],
    },
    {
      name: 'with the prefix that Linux gives them',
      given: {
        taskDefinition: adding(['CAP_DAC_READ_SEARCH']),
        compute: ['managed-instances'],
      },
      expect: [escapes('DAC_READ_SEARCH')],
    },
    {
      name: 'tracing, of the processes of the task only',
      given: { taskDefinition: adding(['SYS_PTRACE']), compute: ['ec2'] },
      expect: [risky('SYS_PTRACE')],
    },
    {
      name: 'tracing, of all processes of the host',
      given: {
        taskDefinition: adding(['SYS_PTRACE'], { pidMode: 'host' }),
        compute: ['ec2'],
      },
      expect: [escapes('SYS_PTRACE')],
    },
    {
      name: 'changing the network, that of the host',
      given: {
        taskDefinition: adding(['NET_ADMIN', 'NET_RAW'], {
          networkMode: 'host',
        }),
        compute: ['external'],
      },
      expect: [escapes('NET_ADMIN'), risky('NET_RAW')],
    },
  ],
  accepted: [
    {
      name: 'capabilities that reach nothing outside the container',
      given: {
        taskDefinition: adding(['IPC_LOCK', 'SYS_NICE', 'NET_BIND_SERVICE']),
        compute: ['ec2'],
      },
    },
    {
      name: 'none',
      given: { taskDefinition: adding([]), compute: ['ec2'] },
    },
    {
      name: 'tracing on Fargate, where a task shares its kernel with no other',
      given: { taskDefinition: adding(['SYS_PTRACE']), compute: ['fargate'] },
    },
    {
      name: 'a definition for Fargate alone, and nobody knows where it runs',
      given: {
        taskDefinition: adding(['SYS_PTRACE'], {
          requiresCompatibilities: ['FARGATE'],
        }),
      },
    },
  ],
};

function adding(
  addedCapabilities: string[],
  parts: Partial<TaskDefinition> = {},
) {
  return aTaskDefinition({
    ...parts,
    containers: [aContainer({ addedCapabilities })],
  });
}

function escapes(...items: string[]) {
  return { message: 'escapes', data: { added: inApp(items) }, at: '' } as const;
}

function risky(...items: string[]) {
  return {
    message: 'risky',
    data: { added: inApp(items) },
    at: '',
    severity: 'medium',
  } as const;
}

function inApp(items: readonly string[]) {
  return items.map(item => ({ container: 'app', item }));
}
