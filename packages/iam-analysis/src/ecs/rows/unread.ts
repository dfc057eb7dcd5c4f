import type { Unknown } from '../../known';

/**
 * @param fact - a fact that could not be read
 * @returns why, with the missing permission: "AccessDenied (needs ecs:DescribeClusters)"
 */
export function unreadBecause({ because, needs }: Unknown): string {
  return needs === undefined ? because : `${because} (needs ${needs})`;
}
