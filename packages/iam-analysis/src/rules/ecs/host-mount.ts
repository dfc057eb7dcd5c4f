import type { TaskDefinition } from '../../ecs/taskDefinition';
import { defineRule } from '../defineRule';
import { reachOfHostPath } from './hostPaths';
import { inContainers, type ContainerItem } from './inContainers';
import { mayRunOnHosts } from './mayRunOnHosts';

/** The paths of the host that containers mount. */
type Mounted = Readonly<{ mounts: readonly ContainerItem[] }>;

/** Directories and sockets of the host with which a container takes the host, or reads what belongs to other tasks. */
export const hostMount = defineRule({
  id: 'ecs.host-mount',
  title: 'Container mounts sensitive parts of its host',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'Whoever reaches the socket of Docker or containerd can start a privileged container, and so is root on the host; the same goes for its root directory. In `/proc`, `/etc` and the directories of the ECS agent and of Docker lie the environment, the files and the logs of other tasks. All of it leads to the roles of the container instance and of every task on it.',
    fix: 'Remove the volume, or mount the one directory that the application uses, outside those of the system. Where a tool needs the socket, put a proxy before it that allows the few calls it makes.',
    leaveIt:
      'The task is a trusted monitoring daemon that mounts `/proc` or log directories read-only, and its image and role are kept as tight as those of the host.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ec2-security-considerations.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    ],
  },
  messages: {
    host: (d: Mounted) =>
      `Whoever controls the container controls its host, by what is mounted from there: ${inContainers(
        d.mounts,
      )}.`,
    others: (d: Mounted) =>
      `Mounted from the host, with what belongs to it or to other tasks: ${inContainers(
        d.mounts,
      )}.`,
  },
  *check({ taskDefinition, compute }) {
    if (!mayRunOnHosts(compute, taskDefinition)) {
      return;
    }
    const all = mountsOf(taskDefinition);
    const giving = (reach: 'host' | 'others') =>
      all.filter(({ item }) => reachOfHostPath(item) === reach);
    const host = giving('host');
    if (host.length > 0) {
      yield {
        message: 'host',
        data: { mounts: host },
        at: '',
        severity: 'critical',
      };
    }
    const others = giving('others');
    if (others.length > 0) {
      yield { message: 'others', data: { mounts: others }, at: '' };
    }
  },
});

// A volume that no container mounts is out of reach.
function mountsOf({ containers, volumes }: TaskDefinition): ContainerItem[] {
  return containers.flatMap(({ name, mountPoints }) =>
    volumes.flatMap(volume =>
      volume.hostSourcePath !== null &&
      mountPoints.some(mount => mount.volume === volume.name)
        ? [{ container: name, item: volume.hostSourcePath }]
        : [],
    ),
  );
}
