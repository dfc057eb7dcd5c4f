import { mapKnown } from '@ecs-iam/iam-analysis';
import type {
  EntityService,
  HostGroup,
  HostTask,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { Sight } from '../redactSharedWith';

/** The entities that stand for what runs on the hosts. */
export function entityRefsOnHosts(
  hosts: EntityService['hosts'],
): readonly string[] {
  return (hosts.known ? hosts.value : []).flatMap(({ tasks }) =>
    (tasks.known ? tasks.value : []).flatMap(({ entityRefs }) => entityRefs),
  );
}

/** Takes out the tasks of others that a caller may not see; they are only counted. */
export function redactHosts(
  hosts: EntityService['hosts'],
  sight: Sight,
): EntityService['hosts'] {
  return mapKnown(hosts, groups =>
    groups.map(group => redactGroup(group, sight)),
  );
}

function redactGroup(
  group: HostGroup,
  { readable, mayReadFleet }: Sight,
): HostGroup {
  if (!group.tasks.known) {
    return group;
  }
  const all = group.tasks.value.map(task => ({
    ...task,
    entityRefs: task.entityRefs.filter(ref => readable.has(ref)),
  }));
  const isVisible = ({ own, entityRefs }: HostTask) =>
    own || mayReadFleet || entityRefs.length > 0;
  const hidden = all.filter(task => !isVisible(task));
  const services = new Set(
    hidden.flatMap(({ serviceName }) => serviceName ?? []),
  );
  return {
    ...group,
    tasks: { known: true, value: all.filter(isVisible) },
    hidden: {
      services: group.hidden.services + services.size,
      tasks:
        group.hidden.tasks + hidden.reduce((sum, { count }) => sum + count, 0),
    },
  };
}
