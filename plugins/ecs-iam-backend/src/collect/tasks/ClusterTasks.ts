import type { HostTask, TaskOverride } from '@ecs-iam/iam-analysis';
import { familyOf } from '../families/familyOf';
import { overridesOf } from './overridesOf';
import { summed } from './summed';
import type { TaskGroup } from './toTaskGroup';

/** What runs in a cluster, by where it runs and by what runs it. */
export class ClusterTasks {
  readonly #byHost: ReadonlyMap<string | null, readonly TaskGroup[]>;
  readonly #byService: ReadonlyMap<string | null, readonly TaskGroup[]>;

  private constructor(groups: readonly TaskGroup[]) {
    this.#byHost = grouped(groups, ({ hostArn }) => hostArn);
    this.#byService = grouped(groups, ({ serviceName }) => serviceName);
  }

  static of(groups: readonly TaskGroup[]): ClusterTasks {
    return new ClusterTasks(groups);
  }

  /** @returns the revisions that run on hosts of our own, whether a service runs them or not */
  revisionsOnHosts(): readonly string[] {
    return [...this.#byHost].flatMap(([host, groups]) =>
      host === null
        ? []
        : groups
            .map(({ taskDefinitionArn }) => taskDefinitionArn)
            .filter(arn => familyOf(arn) !== undefined),
    );
  }

  /** @returns what runs on a host; tasks that differ only in what does not matter there are counted together */
  onHost(arn: string): readonly HostTask[] {
    return summed((this.#byHost.get(arn) ?? []).map(toHostTask));
  }

  /** @returns what tasks of a service were given in place of what their revision says */
  overridesOf(serviceName: string): readonly TaskOverride[] {
    return overridesOf(this.#byService.get(serviceName) ?? []);
  }

  /** @returns the tasks of a family that no service runs */
  standaloneOf(family: string): readonly TaskGroup[] {
    return (this.#byService.get(null) ?? []).filter(
      ({ taskDefinitionArn }) => familyOf(taskDefinitionArn) === family,
    );
  }
}

function toHostTask({
  taskDefinitionArn,
  serviceName,
  taskRoleArn,
  executionRoleArn,
  count,
}: TaskGroup): HostTask {
  return {
    taskDefinitionArn,
    serviceName,
    taskRoleArn,
    executionRoleArn,
    count,
  };
}

function grouped(
  groups: readonly TaskGroup[],
  keyOf: (group: TaskGroup) => string | null,
): ReadonlyMap<string | null, readonly TaskGroup[]> {
  const lists = new Map<string | null, TaskGroup[]>();
  for (const group of groups) {
    const list = lists.get(keyOf(group));
    if (list) list.push(group);
    else lists.set(keyOf(group), [group]);
  }
  return lists;
}
