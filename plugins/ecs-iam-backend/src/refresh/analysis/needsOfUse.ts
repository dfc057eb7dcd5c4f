import {
  activeRevisions,
  instancePermissions,
  known,
  serviceHosts,
  uniteNeeds,
  unknown,
} from '@ecs-iam/iam-analysis';
import type {
  Compute,
  Known,
  NeedsInput,
  RoleNeeds,
  RoleSlot,
  RoleUse,
  ServiceContext,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';
import type { RevisionNeeds } from '../../inventory/Inventory';
import { daemonNeeds } from './daemonNeeds';
import { needsInput, needsOfTasks } from './needsOfTasks';
import { notRead } from './serviceContexts';

/** The slots of which ECS tells what their role needs. */
export const slotsWithNeeds: readonly RoleSlot[] = [
  'execution',
  'task',
  'instance',
  'daemon-task',
  'daemon-execution',
];

/**
 * What ECS demands of the role of a use, revision by revision: those that name the role, and of the role of a host all
 * that run on it.
 *
 * @param compute - where the tasks of the service run
 * @returns `null` in slots whose needs are not derived; unknown when a revision could not be read
 */
export function needsOfUse(
  use: RoleUse,
  context: ServiceContext,
  compute: readonly Compute[],
): Known<readonly RevisionNeeds[]> | null {
  const { slot, roleArn, revisions } = use;
  const input = (definition: TaskDefinition): NeedsInput =>
    needsInput(definition, context, compute);
  switch (slot) {
    case 'execution':
    case 'task':
      return roleArn.known
        ? byRevision(revisions, context, definition =>
            needsOfTasks(slot, roleArn.value, input(definition)),
          )
        : roleArn;
    case 'instance': {
      const running = activeRevisions(context.service);
      const kinds = kindsOfHosts(roleArn, context) ?? compute;
      return running.length > 0
        ? byRevision(running, context, definition =>
            instancePermissions(needsInput(definition, context, kinds)),
          )
        : unknown('nothing is deployed that tells what the hosts run');
    }
    case 'daemon-task':
    case 'daemon-execution':
      return roleArn.known
        ? daemonNeeds(slot, roleArn.value, context)
        : roleArn;
    default:
      return null;
  }
}

// A role serves hosts of one kind, though the service may run on several.
function kindsOfHosts(
  role: RoleUse['roleArn'],
  context: ServiceContext,
): readonly Compute[] | null {
  const hosts = serviceHosts(context);
  if (!hosts.known || !role.known) {
    return null;
  }
  const kinds = hosts.value.flatMap(({ roleArn, compute }) =>
    roleArn.known && roleArn.value === role.value ? [compute] : [],
  );
  return kinds.length > 0 ? [...new Set(kinds)] : null;
}

function byRevision(
  revisions: RoleUse['revisions'],
  { taskDefinitions }: ServiceContext,
  derive: (definition: TaskDefinition) => RoleNeeds,
): Known<readonly RevisionNeeds[]> {
  const found: RevisionNeeds[] = [];
  for (const { taskDefinitionArn } of revisions) {
    const definition = taskDefinitions.get(taskDefinitionArn);
    if (!definition) {
      return notRead(undefined, 'ecs:DescribeTaskDefinition');
    }
    found.push({ taskDefinitionArn, needs: derive(definition) });
  }
  return known(found);
}

/**
 * What ECS demands of the role of a use because of one of its revisions.
 *
 * @param all - by `needsOfUse`
 * @param taskDefinitionArn - `null`: because of all of them, where a use is not judged revision by revision
 */
export function needsByRevision(
  all: Known<readonly RevisionNeeds[]>,
  taskDefinitionArn: string | null,
): Known<RoleNeeds> {
  if (!all.known) {
    return all;
  }
  const asked = all.value.filter(
    each =>
      taskDefinitionArn === null ||
      each.taskDefinitionArn === taskDefinitionArn,
  );
  return known(uniteNeeds(asked.map(({ needs }) => needs)));
}
