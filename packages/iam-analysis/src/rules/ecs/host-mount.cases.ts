import { aContainer, aTaskDefinition, aVolume } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { hostMount } from './host-mount';

export const cases: RuleCases<typeof hostMount> = {
  flagged: [
    {
      name: 'the socket of Docker',
      given: {
        taskDefinition: mounting('/var/run/docker.sock'),
        compute: ['ec2'],
      },
      expect: [commanding('/var/run/docker.sock')],
    },
    {
      name: 'the directory of the socket, read-only, which stops nobody',
      given: { taskDefinition: mounting('/run/', true), compute: ['ec2'] },
      expect: [commanding('/run/')],
    },
    {
      name: 'the root directory; nobody knows where the tasks run',
      given: { taskDefinition: mounting('/') },
      expect: [commanding('/')],
    },
    {
      name: 'the processes of the host, on external hosts',
      given: {
        taskDefinition: mounting('/proc', true),
        compute: ['external'],
      },
      expect: [exposing('/proc')],
    },
    {
      name: 'a directory that holds that of Docker',
      given: { taskDefinition: mounting('/var/lib'), compute: ['ec2'] },
      expect: [exposing('/var/lib')],
    },
    {
      name: 'a socket in one container, the state of the ECS agent in another: a finding each',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({ mountPoints: [mountOf('state'), mountOf('data')] }),
            aContainer({ name: 'builder', mountPoints: [mountOf('runtime')] }),
          ],
          volumes: [
            volumeAt('state', '/var/lib/ecs/data'),
            volumeAt('data', '/data'),
            volumeAt('runtime', '/run/containerd/containerd.sock'),
          ],
        }),
        compute: ['ec2'],
      },
      expect: [
        commanding('/run/containerd/containerd.sock', 'builder'),
        exposing('/var/lib/ecs/data'),
      ],
    },
  ],
  accepted: [
    {
      name: 'a directory of the application',
      given: { taskDefinition: mounting('/data'), compute: ['ec2'] },
    },
    {
      name: 'a single file of `/etc`',
      given: { taskDefinition: mounting('/etc/localtime'), compute: ['ec2'] },
    },
    {
      name: 'a directory with a name like that of Docker',
      given: {
        taskDefinition: mounting('/var/lib/docker-cache'),
        compute: ['ec2'],
      },
    },
    {
      name: 'a volume of the task, without a path of the host',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [aContainer({ mountPoints: [mountOf('data')] })],
          volumes: [aVolume()],
        }),
        compute: ['ec2'],
      },
    },
    {
      name: 'a volume that no container mounts',
      given: {
        taskDefinition: aTaskDefinition({
          volumes: [volumeAt('runtime', '/var/run/docker.sock')],
        }),
        compute: ['ec2'],
      },
    },
    {
      name: 'tasks on Fargate only, which does not run such a definition',
      given: {
        taskDefinition: mounting('/var/run/docker.sock'),
        compute: ['fargate'],
      },
    },
  ],
};

function mounting(path: string, readOnly: boolean = false) {
  return aTaskDefinition({
    containers: [aContainer({ mountPoints: [mountOf('mounted', readOnly)] })],
    volumes: [volumeAt('mounted', path)],
  });
}

function mountOf(volume: string, readOnly: boolean = false) {
  return { volume, path: '/mnt', readOnly };
}

function volumeAt(name: string, hostSourcePath: string) {
  return aVolume({ name, hostSourcePath });
}

function commanding(item: string, container: string = 'app') {
  return {
    message: 'host',
    data: { mounts: [{ container, item }] },
    at: '',
    severity: 'critical',
  } as const;
}

function exposing(item: string, container: string = 'app') {
  return {
    message: 'others',
    data: { mounts: [{ container, item }] },
    at: '',
  } as const;
}
