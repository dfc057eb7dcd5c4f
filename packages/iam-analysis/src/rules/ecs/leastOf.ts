import { actionsIn, setOf } from '../../catalogue/actionSet';
import type { Excess } from '../../ecs/permissions/judgedNeed';
import { neededReach } from '../../ecs/permissions/neededReach';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import type { Home } from '../../grants/home';
import { writtenActions } from './excess';

/** What of some statements would do. */
export type Least = Readonly<{
  kept: readonly Readonly<{
    actions: readonly string[];
    resources: readonly string[];
  }>[];
  /** Actions that nothing needs. */
  unneeded: readonly string[];
}>;

/**
 * @param all - what statements grant beyond the needs
 * @param needs - of the role
 * @param home - where it lives
 */
export function leastOf(
  all: readonly Excess[],
  needs: RoleNeeds,
  home: Home,
): Least {
  const reach = neededReach(needs, home);
  const unneeded: number[] = [];
  const kept = new Map<string, { resources: string[]; actions: number[] }>();
  for (const action of all.flatMap(each => [...actionsIn(each.actions)])) {
    const resources = [...reach.resourcesFor(setOf([action]))];
    const key = JSON.stringify(resources);
    const before = kept.get(key);
    if (resources.length === 0) {
      unneeded.push(action);
    } else if (before) {
      before.actions.push(action);
    } else {
      kept.set(key, { resources, actions: [action] });
    }
  }
  return {
    kept: [...kept.values()].map(({ resources, actions }) => ({
      actions: writtenActions(setOf(actions)),
      resources,
    })),
    unneeded: writtenActions(setOf(unneeded)),
  };
}
