import type { TaskDefinition } from '../../ecs/taskDefinition';
import { defineRule } from '../defineRule';
import { inContainers, type ContainerItem } from './inContainers';
import { mayRunOnHosts } from './mayRunOnHosts';

/** The capabilities that containers add. */
type Added = Readonly<{ added: readonly ContainerItem[] }>;

/** Of the Linux capabilities that a container can add, those with which it takes its host, or harms it. */
export const capabilities = defineRule({
  id: 'ecs.capabilities',
  title: 'Container adds dangerous Linux capabilities',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'Capabilities are parts of what root may do. Some take away the wall between container and host: with `SYS_ADMIN` a container mounts the disk of the host, with `SYS_MODULE` it loads code into the kernel, with `DAC_READ_SEARCH` it opens files of the host. From there it has the role of the container instance and those of all tasks on it. Others let it change the network, the clock or the audit log of the host.',
    fix: 'Remove what the application does not use from `linuxParameters.capabilities.add`. Often a narrower way does the same: a device in place of `SYS_RAWIO`, a port above 1024, a setting of the kernel on the host.',
    leaveIt:
      'The task is a trusted network or security daemon that manages its host, and no task of others runs on the same hosts.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ec2-security-considerations.html',
    ],
  },
  messages: {
    escapes: (d: Added) =>
      `Added to a container, and enough to get from it to its host: ${inContainers(
        d.added,
      )}.`,
    risky: (d: Added) =>
      `Added to a container, and a danger to its host or its neighbours: ${inContainers(
        d.added,
      )}.`,
  },
  *check({ taskDefinition, compute }) {
    // Fargate adds `SYS_PTRACE` only, and there a task shares its kernel with no other.
    if (!mayRunOnHosts(compute, taskDefinition)) {
      return;
    }
    const escaping = escapes(taskDefinition);
    const added = addedBy(taskDefinition);
    const escape = added.filter(({ item }) => escaping.has(item));
    if (escape.length > 0) {
      yield { message: 'escapes', data: { added: escape }, at: '' };
    }
    const risky = added.filter(
      ({ item }) => RISKY.has(item) && !escaping.has(item),
    );
    if (risky.length > 0) {
      yield {
        message: 'risky',
        data: { added: risky },
        at: '',
        severity: 'medium',
      };
    }
  },
});

// Source: https://man7.org/linux/man-pages/man7/capabilities.7.html
const ESCAPES = [
  'ALL',
  'BPF', // programs within the kernel
  'DAC_READ_SEARCH', // files of the host by their handle
  'SYS_ADMIN', // mounts, namespaces, control groups
  'SYS_MODULE', // modules of the kernel
  'SYS_RAWIO', // memory and devices of the machine
];

const RISKY = new Set([
  'AUDIT_CONTROL',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'NET_ADMIN',
  'NET_RAW',
  'PERFMON',
  'SYS_BOOT',
  'SYS_PTRACE',
  'SYS_TIME',
  'SYSLOG',
]);

// Within its own namespaces a container traces and routes itself only; within those of the host, everybody.
function escapes({
  pidMode,
  networkMode,
}: TaskDefinition): ReadonlySet<string> {
  return new Set([
    ...ESCAPES,
    ...(pidMode === 'host' ? ['SYS_PTRACE'] : []),
    ...(networkMode === 'host' ? ['NET_ADMIN'] : []),
  ]);
}

// Docker takes them with and without the prefix, in any letter case.
function addedBy({ containers }: TaskDefinition): ContainerItem[] {
  return containers.flatMap(({ name, addedCapabilities }) =>
    [
      ...new Set(
        addedCapabilities.map(each => each.toUpperCase().replace(/^CAP_/, '')),
      ),
    ].map(item => ({ container: name, item })),
  );
}
