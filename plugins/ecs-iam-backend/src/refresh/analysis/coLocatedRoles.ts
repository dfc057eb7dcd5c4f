import { known, rolesOfTask, severities, unknown } from '@ecs-iam/iam-analysis';
import type {
  CoLocatedRole,
  Daemon,
  HostTask,
  Known,
  RoleSlot,
  ServiceContext,
  ServiceHost,
  Severity,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';
import type { RoleEvidence } from './RoleEvidence';
import { notRead } from './serviceContexts';
import { isTaskOf } from './tasksOf';

/**
 * The roles of tasks on the hosts that run tasks of a service, the service's own among them, and those of the daemons
 * there.
 *
 * @param hosts - of the service
 * @returns each role once for each slot and family; unknown when what runs on a host is not known in full
 */
export function coLocatedRoles(
  context: ServiceContext,
  hosts: Known<readonly ServiceHost[]>,
  roles: RoleEvidence,
): Known<readonly CoLocatedRole[]> {
  if (!hosts.known) {
    return hosts;
  }
  const found = new Map<string, CoLocatedRole>();
  const seen = new Set<string>();
  for (const host of hosts.value.filter(({ running }) => running)) {
    const tasks = tasksBeside(host, context);
    if (!tasks.known) {
      return tasks;
    }
    for (const { definition, task } of tasks.value) {
      // Nearly all hosts run the same few kinds of tasks.
      const kind = `${definition.arn} ${task.taskRoleArn} ${task.executionRoleArn}`;
      if (!seen.has(kind)) {
        seen.add(kind);
        for (const each of rolesOfTask(task, definition, context.service)) {
          const { roleArn, slot } = each;
          const { family } = definition;
          const worst = worstOf(roleArn, slot, roles);
          found.set(`${roleArn} ${slot} ${family}`, {
            roleArn,
            slot,
            family,
            worst,
          });
        }
      }
    }
  }
  return known([...found.values()]);
}

type RunningTask = Readonly<{
  definition: TaskDefinition;
  task: Pick<HostTask, 'taskRoleArn' | 'executionRoleArn'>;
}>;

function tasksBeside(
  host: ServiceHost,
  context: ServiceContext,
): Known<readonly RunningTask[]> {
  if (!host.tasks.known) {
    return host.tasks;
  }
  if (!host.tasks.value.some(task => isTaskOf(context.service, task))) {
    return known([]);
  }
  const running: RunningTask[] = [];
  for (const task of host.tasks.value) {
    const definition = context.taskDefinitions.get(task.taskDefinitionArn);
    if (!definition) {
      return notRead(undefined, 'ecs:DescribeTaskDefinition');
    }
    running.push({ definition, task });
  }
  const daemons = daemonsOn(host, context);
  return daemons.known ? known([...running, ...daemons.value]) : daemons;
}

// A daemon has a task on every host of its capacity providers.
function daemonsOn(
  { capacityProvider }: ServiceHost,
  { cluster }: ServiceContext,
): Known<readonly RunningTask[]> {
  if (capacityProvider === null) {
    return known([]);
  }
  if (!cluster.known) {
    return cluster;
  }
  const { daemons } = cluster.value;
  if (!daemons.known) {
    return daemons;
  }
  const running: RunningTask[] = [];
  for (const daemon of daemons.value) {
    if (runsOn(daemon, capacityProvider)) {
      if (!daemon.taskDefinition.known) {
        return daemon.taskDefinition;
      }
      const definition = daemon.taskDefinition.value;
      const task = { taskRoleArn: null, executionRoleArn: null };
      running.push({ definition, task });
    }
  }
  return known(running);
}

function runsOn({ capacityProviders }: Daemon, provider: string): boolean {
  return capacityProviders.some(arn => arn.endsWith(`/${provider}`));
}

// Without its policies, what is found of a role is not the worst that there may be.
function worstOf(
  roleArn: string,
  slot: RoleSlot,
  roles: RoleEvidence,
): Known<Severity | null> {
  const { grants } = roles.factsOf(roleArn);
  if (!grants?.known) {
    return grants ?? unknown('the role was not read');
  }
  const active = roles
    .judgeIn(roleArn, slot)
    .findings.filter(({ state }) => state === 'active')
    .map(({ severity }) => severity);
  return known(severities.find(each => active.includes(each)) ?? null);
}
