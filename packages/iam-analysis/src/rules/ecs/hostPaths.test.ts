import { reachOfHostPath } from './hostPaths';

describe('reachOfHostPath', () => {
  it.each([
    '/',
    '//',
    '/var/..',
    '/var/run/docker.sock',
    '/run/docker.sock',
    '/var/run',
    '/var/run/',
    '/run',
    '/run/containerd',
    '/run/containerd/containerd.sock',
    '/var/run/containerd/containerd.sock',
    'C:\\',
    'c:/',
  ])('gives the host with %s', path => {
    expect(reachOfHostPath(path)).toBe('host');
  });

  it.each([
    '/etc',
    '/etc/',
    '/etc/ecs/ecs.config',
    '/proc',
    '/proc/1/root',
    '/var',
    '/var/lib',
    '/var/lib/ecs',
    '/var/lib/ecs/data',
    '/var/lib/docker/containers',
    '/run/containerd/io.containerd.runtime.v2.task',
    '/var/log',
    '/var/log/ecs',
  ])('gives what belongs to others with %s', path => {
    expect(reachOfHostPath(path)).toBe('others');
  });

  it.each([
    '/data',
    '/var/lib/app',
    '/var/lib/docker-data',
    '/var/lib/ecs-app',
    '/var/log/app',
    '/etc/localtime',
    '/etc/ssl/certs',
    '/process',
    '/run/app.sock',
    '/run/docker.sock.d',
    '/home/app/etc',
    '/home/app/proc',
    'C:\\data',
    'D:\\',
    '${HOST_PATH}',
    '',
  ])('gives nothing of others with %s', path => {
    expect(reachOfHostPath(path)).toBe('nothing');
  });
});
