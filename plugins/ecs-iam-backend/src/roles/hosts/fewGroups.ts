import { mapKnown } from '@ecs-iam/iam-analysis';
import type { HostGroup, HostTask, ImdsReach } from '@ecs-iam/iam-analysis';

type ReachedGroup = Readonly<{ group: HostGroup; imds: ImdsReach }>;

/** In a large cluster nearly every host runs other tasks: nobody reads a thousand groups. */
const MOST = 20;

/**
 * Groups as they are while they are few; else hosts are alike that have the same role and are reached the same, whatever
 * they run.
 */
export function fewGroups(
  groups: readonly ReachedGroup[],
): readonly ReachedGroup[] {
  if (groups.length <= MOST) {
    return groups;
  }
  const wide = new Map<string, ReachedGroup[]>();
  for (const each of groups) {
    const { running, compute, capacityProvider, roleArn, tasks } = each.group;
    const unread = tasks.known ? null : tasks;
    const key = JSON.stringify([
      running,
      compute,
      capacityProvider,
      roleArn,
      each.imds,
      unread,
    ]);
    wide.set(key, [...(wide.get(key) ?? []), each]);
  }
  return [...wide.values()].map(([first, ...others]) => ({
    ...first,
    group: unite([first, ...others].map(({ group }) => group)),
  }));
}

// Whether tasks are known is the same of all of them.
function unite(groups: readonly HostGroup[]): HostGroup {
  const [first] = groups;
  return {
    ...first,
    names: groups.flatMap(({ names }) => names),
    tasks: mapKnown(first.tasks, () =>
      uniteTasks(
        groups.flatMap(({ tasks }) => (tasks.known ? tasks.value : [])),
      ),
    ),
  };
}

function uniteTasks(tasks: readonly HostTask[]): readonly HostTask[] {
  const alike = new Map<string, HostTask>();
  for (const task of tasks) {
    const key = JSON.stringify({ ...task, count: 0 });
    const before = alike.get(key);
    const count = (before?.count ?? 0) + task.count;
    alike.set(key, { ...task, count });
  }
  return [...alike.values()];
}
