import { groupBy } from '../../ecs/needs/phrases';
import { quoted } from '../words';

/** What a container has, such as a variable, by name. */
export type ContainerItem = Readonly<{ container: string; item: string }>;

/** `A` and `B` in `app`; `C` in `worker`: as text with backquotes. */
export function inContainers(items: readonly ContainerItem[]): string {
  const containers = groupBy(items, ({ container }) => container);
  return [...containers]
    .map(
      ([container, own]) =>
        `${quoted(own.map(({ item }) => item))} in \`${container}\``,
    )
    .join('; ');
}
