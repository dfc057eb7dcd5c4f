import type { Container } from '../../ecs/taskDefinition';
import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { runOnHosts } from './mayRunOnHosts';
import { isForWindows, userOf } from './rootUser';

/** Containers by name. */
type Data = Readonly<{
  /** Those that name the user. */
  named: readonly string[];
  /** Those that leave it to their image. */
  byImage: readonly string[];
}>;

/** Security Hub controls ECS.20 and ECS.21, less severe where a task shares its host with no other. */
export const rootUser = defineRule({
  id: 'ecs.root-user',
  title: 'Containers run as root, or may',
  severity: 'low',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'Whoever breaks into a container has the rights of its user. As root they change whatever is in it, and they have a head start where the kernel or the container runtime has a fault. On hosts (medium) that leads to the other tasks there and their roles. On Fargate (low) a task shares its kernel with no other, and what is left is the container itself, whose role is the same for every user. Security Hub rates both alike.',
    fix: 'Set `user` of each container to a user that the image has, such as `1000:1000`, and let it own the files that the application writes. On Windows, use `ContainerUser`.',
    leaveIt:
      'The image itself names another user (`USER` in its Dockerfile), which the task definition does not show; or the program gives its rights up by itself, as web servers do.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21',
    ],
  },
  messages: {
    root: (d: Data) => textOf(d, 'root'),
    administrator: (d: Data) => textOf(d, '`ContainerAdministrator`'),
  },
  *check({ taskDefinition, compute }) {
    const isWindows = isForWindows(taskDefinition);
    const kindOf = isWindows ? windowsUserOf : userOf;
    const namesOf = (kind: ReturnType<typeof userOf>) =>
      taskDefinition.containers
        .filter(container => kindOf(container) === kind)
        .map(({ name }) => name);
    const data = { named: namesOf('root'), byImage: namesOf('image') };
    if (data.named.length + data.byImage.length > 0) {
      yield {
        message: isWindows ? 'administrator' : 'root',
        data,
        at: '',
        severity: runOnHosts(compute) ? 'medium' : 'low',
      };
    }
  },
});

function windowsUserOf({ user }: Container): ReturnType<typeof userOf> {
  const name = (user ?? '').trim().toLowerCase();
  if (name === '') {
    return 'image';
  }
  return /(^|\\)containeradministrator$/.test(name) ? 'root' : 'other';
}

function textOf({ named, byImage }: Data, user: string): string {
  return [
    ...(named.length > 0 ? [`The user is ${user} in ${quoted(named)}.`] : []),
    ...(byImage.length > 0
      ? [
          `No user is named for ${quoted(
            byImage,
          )}: it is ${user} unless the image says otherwise.`,
        ]
      : []),
  ].join(' ');
}
