/** What a container gets with a directory or file of its host. */
export type HostPathReach = 'host' | 'others' | 'nothing';

/**
 * What a mount of the host gives a container: `host`, command of the machine, by its root directory or by the socket of
 * a container runtime; `others`, the credentials, settings or processes of others. A directory gives all that lies in it,
 * also when it is mounted read-only, for a socket answers through such a mount too.
 *
 * @param path - `volumes[].host.sourcePath` of a task definition
 */
export function reachOfHostPath(path: string): HostPathReach {
  if (path.trim() === '') {
    return 'nothing';
  }
  const place = normalised(path);
  // Windows containers mount directories of the drive that Windows itself lies on.
  const isRoot = place === '/' || place.toLowerCase() === '/c:';
  if (isRoot || SOCKETS.some(socket => isWithin(socket, place))) {
    return 'host';
  }
  const isSensitive =
    WHOLE.includes(place) ||
    SENSITIVE.some(each => isWithin(each, place) || isWithin(place, each));
  return isSensitive ? 'others' : 'nothing';
}

const SOCKETS = ['/run/docker.sock', '/run/containerd/containerd.sock'];

// Single files within it, such as `/etc/localtime`, are mounted everywhere and say nothing about others.
const WHOLE = ['/etc'];

const SENSITIVE = [
  '/etc/ecs', // configuration of the ECS agent, with credentials of registries
  '/proc', // the processes of the host, with their environment
  '/run/containerd', // file systems of other containers
  '/var/lib/docker', // the same, and their environment
  '/var/lib/ecs', // state of the ECS agent
  '/var/log/ecs', // its logs
];

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

// `/var/run` is a link to `/run` on the operating systems that ECS supports.
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.trim().split(/[\\/]/)) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  const plain = `/${parts.join('/')}`;
  return isWithin(plain, '/var/run') ? plain.slice('/var'.length) : plain;
}
