import type { TaskDefinition } from '../../taskDefinition';

/**
 * @param volume - its name
 * @returns whether containers mount it, and none of them to write
 */
export function isReadOnly(
  { containers }: TaskDefinition,
  volume: string,
): boolean {
  const mounts = containers
    .flatMap(({ mountPoints }) => mountPoints)
    .filter(mount => mount.volume === volume);
  return mounts.length > 0 && mounts.every(({ readOnly }) => readOnly);
}
