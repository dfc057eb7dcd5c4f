import type { Container, TaskDefinition } from '../../ecs/taskDefinition';

/**
 * Whether a container runs as root, or leaves it to the image, which is root unless its author chose another user.
 * Source: https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-linux-user-non-root.html
 *
 * @param container - a Linux container: its user is `user`, `user:group`, `uid` or `uid:gid`
 */
export function userOf({ user }: Container): 'root' | 'image' | 'other' {
  const name = (user ?? '').split(':')[0].trim();
  if (name === '') {
    return 'image';
  }
  return name === 'root' || /^0+$/.test(name) ? 'root' : 'other';
}

/** Windows has other users, and no read-only root file system. One that says nothing is for Linux. */
export function isForWindows({ operatingSystem }: TaskDefinition): boolean {
  return operatingSystem?.toUpperCase().startsWith('WINDOWS') ?? false;
}
