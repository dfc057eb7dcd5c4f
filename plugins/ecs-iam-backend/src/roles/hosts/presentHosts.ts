import { mapKnown, rolesOfTask } from '@ecs-iam/iam-analysis';
import type {
  HostGroup,
  HostTask,
  ImdsReach,
  Known,
  ServiceContext,
} from '@ecs-iam/iam-analysis';
import type {
  EntityService,
  HostGroup as HostGroupView,
  HostTask as HostTaskView,
  RoleRef,
} from '@ecs-iam/plugin-ecs-iam-common';
import { isTaskOf } from '../../refresh/analysis/tasksOf';
import type { ConsoleLinks } from '../present/ConsoleLinks';
import { presentRoleRef } from '../present/presentRole';
import { fewGroups } from './fewGroups';
import type { HostView } from './HostView';
import { revisionOf } from './namesOfTasks';
import { reachFrom } from './reachFrom';
import { presentTogether } from './presentTogether';

/** Ids of hosts of a group that are named. */
const NAMED = 10;

/**
 * The hosts of a service, in groups. Tasks of all services are among them: the wrapper that knows the caller takes out
 * those that are not for them to see.
 *
 * @param view - absent: a service without hosts
 */
export function presentHosts(
  view: HostView | undefined,
  links: ConsoleLinks,
): EntityService['hosts'] {
  if (!view) {
    return { known: true, value: [] };
  }
  const { context } = view;
  return mapKnown(view.groups, groups => {
    const reached = groups.map(group => ({
      group,
      imds: reachFrom(context, group),
    }));
    return fewGroups(reached).map(each => presentGroup(each, view, links));
  });
}

function presentGroup(
  { group, imds }: Readonly<{ group: HostGroup; imds: ImdsReach }>,
  { context, around }: HostView,
  links: ConsoleLinks,
): HostGroupView {
  const refOf = (arn: string): RoleRef | null => {
    const role = around.roleOf(arn);
    return role ? presentRoleRef(role, links) : null;
  };
  const { roleArn } = group;
  const role =
    roleArn.known && roleArn.value !== null ? refOf(roleArn.value) : null;
  return {
    names: group.names.slice(0, NAMED),
    count: group.names.length,
    running: group.running,
    compute: group.compute,
    capacityProvider: group.capacityProvider,
    role,
    unresolved: role ? null : unresolved(roleArn),
    imds: {
      reach: imds.reach === 'not-applicable' ? 'no' : imds.reach,
      why: imds.why,
    },
    tasks: mapKnown(group.tasks, tasks =>
      tasks
        .map(task => presentTask(task, context, around, refOf))
        .sort(compareTasks),
    ),
    hidden: { services: 0, tasks: 0 },
    together: presentTogether(group, imds, { context, around }),
  };
}

function presentTask(
  task: HostTask,
  { service, taskDefinitions }: ServiceContext,
  around: HostView['around'],
  refOf: (arn: string) => RoleRef | null,
): HostTaskView {
  const user = around.userOf(service.clusterArn, task);
  const definition = taskDefinitions.get(task.taskDefinitionArn);
  return {
    ...revisionOf(task.taskDefinitionArn),
    serviceArn: task.serviceName === null ? null : user?.serviceArn ?? null,
    serviceName: task.serviceName,
    entityRefs: [...(user?.entityRefs ?? [])],
    own: isTaskOf(service, task),
    count: task.count,
    networkMode: definition?.networkMode ?? null,
    roles: definition
      ? rolesOfTask(task, definition, service).map(({ slot, roleArn }) => ({
          slot,
          role: refOf(roleArn),
        }))
      : [],
  };
}

function unresolved(
  roleArn: Known<string | null>,
): HostGroupView['unresolved'] {
  if (!roleArn.known) {
    const { because, needs } = roleArn;
    return needs === undefined ? { because } : { because, needs };
  }
  return roleArn.value === null
    ? null
    : {
        because: `The role ${roleArn.value} was not read yet.`,
        needs: 'iam:GetRole',
      };
}

function compareTasks(a: HostTaskView, b: HostTaskView): number {
  return (
    Number(b.own) - Number(a.own) ||
    a.family.localeCompare(b.family) ||
    (a.revision ?? 0) - (b.revision ?? 0)
  );
}
