import { actionsIn, holds } from '../../catalogue/actionSet';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import type { RoleGrants } from '../../grants/grant';
import { standingOf } from '../../grants/standingOf';
import { known, unknown } from '../../known';
import type { Known } from '../../known';
import { resolveRoleArn } from '../names/roleArn';
import type { HostTask, Service } from '../service';
import type { TaskDefinition } from '../taskDefinition';
import type { ImdsReach } from './imdsReach';
import type { ServiceHost } from './serviceHost';

/**
 * A role whose credentials a container can come by through its host.
 *
 * @public
 */
export type ReachableRole = Readonly<{
  roleArn: string;
  slot: 'instance' | 'task' | 'execution';
  /** The family whose tasks have it; `null`: it is the role of the host. */
  family: string | null;
}>;

/** @public */
export type ReachableRolesInput = Readonly<{
  host: Pick<ServiceHost, 'roleArn' | 'tasks'>;
  /** Of the container, from `imdsReach`. */
  imds: ImdsReach;
  /** What the instance role holds. */
  instanceGrants: Known<RoleGrants>;
  /** By ARN; one that is not in it could not be read. */
  taskDefinitions: ReadonlyMap<string, TaskDefinition>;
  /** Where the tasks run: bare names of roles are those of its account. */
  home: Pick<Service, 'partition' | 'accountId'>;
}>;

/**
 * The roles that a container can come by through its host: the instance role when it reaches the metadata service, and
 * when that role lets it speak as the ECS agent, the task and execution roles of all tasks on the host. ECS sends these
 * to whoever polls as the agent.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html ("there is no task isolation")
 *
 * @param input - the host, and what the container reaches of it
 * @returns each role in each slot once for each family; empty when it reaches nothing. Unknown: a list that could not be
 *   complete
 * @public
 */
export function reachableRoles(
  input: ReachableRolesInput,
): Known<readonly ReachableRole[]> {
  const { imds, host, instanceGrants } = input;
  switch (imds.reach) {
    case 'no':
    case 'not-applicable':
      return known([]);
    case 'unknown':
      return unknown(imds.why);
    case 'yes':
    case 'unless-blocked':
      break;
    default:
      return imds.reach satisfies never;
  }
  if (!host.roleArn.known) {
    return host.roleArn;
  }
  if (host.roleArn.value === null) {
    return known([]);
  }
  if (!instanceGrants.known) {
    return instanceGrants;
  }
  const instance: ReachableRole = {
    roleArn: host.roleArn.value,
    slot: 'instance',
    family: null,
  };
  if (!actsAsAgent(instanceGrants.value)) {
    return known([instance]);
  }
  return withTasks(instance, input);
}

/**
 * Whether whoever has the credentials of a role can speak as the ECS agent of its host, and so be sent the credentials
 * of all tasks there. A condition on the cluster does not help: the agent has to meet it too.
 *
 * @param role - what an instance role holds
 * @public
 */
export function actsAsAgent(role: RoleGrants): boolean {
  return [...actionsIn(agentActions())].every(action =>
    role.grants.some(
      grant =>
        holds(grant.known, action) &&
        standingOf(role, grant, action).passes !== 'none',
    ),
  );
}

const agentActions = lazily(() =>
  actionsNamed(['ecs:DiscoverPollEndpoint', 'ecs:Poll']),
);

function withTasks(
  instance: ReachableRole,
  { host, taskDefinitions, home }: ReachableRolesInput,
): Known<readonly ReachableRole[]> {
  if (!host.tasks.known) {
    return host.tasks;
  }
  const found = new Map([[keyOf(instance), instance]]);
  for (const task of host.tasks.value) {
    const definition = taskDefinitions.get(task.taskDefinitionArn);
    if (!definition) {
      return unknown(
        'the task definition of a task on the host could not be read',
        'ecs:DescribeTaskDefinition',
      );
    }
    for (const role of rolesOfTask(task, definition, home)) {
      found.set(keyOf(role), role);
    }
  }
  return known([...found.values()]);
}

/**
 * The roles that tasks on a host have: of an override, else of their revision.
 *
 * @param task - on a host
 * @param definition - its revision
 * @param home - where it runs: bare names of roles are those of its account
 * @returns none, one or both
 * @public
 */
export function rolesOfTask(
  task: Pick<HostTask, 'taskRoleArn' | 'executionRoleArn'>,
  definition: TaskDefinition,
  home: Pick<Service, 'partition' | 'accountId'>,
): readonly (ReachableRole & Readonly<{ slot: 'task' | 'execution' }>)[] {
  const named = [
    ['task', task.taskRoleArn ?? definition.taskRoleArn],
    ['execution', task.executionRoleArn ?? definition.executionRoleArn],
  ] as const;
  return named.flatMap(([slot, role]) =>
    role === null
      ? []
      : [
          {
            roleArn: resolveRoleArn(role, home),
            slot,
            family: definition.family,
          },
        ],
  );
}

function keyOf({ roleArn, slot, family }: ReachableRole): string {
  return JSON.stringify([roleArn, slot, family]);
}
