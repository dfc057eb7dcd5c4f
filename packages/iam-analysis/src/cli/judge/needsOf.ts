import { executionPermissions } from '../../ecs/permissions/executionPermissions';
import { instancePermissions } from '../../ecs/permissions/instancePermissions';
import type { NeedsInput, TaskHome } from '../../ecs/permissions/derivation';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import { taskPermissions } from '../../ecs/permissions/taskPermissions';
import type { Compute } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import { mapKnown, unknown, type Known } from '../../known';
import type { CaseFacts } from '../evidence/Case';
import type { NeededSlot } from '../evidence/neededSlots';
import { homeTold, type HomeTold, type Owner } from '../evidence/taskHome';
import { withHints } from './withHints';

/**
 * What ECS demands of the role in a slot.
 *
 * @param facts - of one task definition
 * @param compute - where its tasks run
 * @param owner - a role of the tasks, where there is one
 * @returns unknown without a task definition
 */
export function needsOf(
  slot: NeededSlot,
  facts: CaseFacts,
  compute: Known<readonly Compute[]>,
  owner: Owner = null,
): Known<RoleNeeds> {
  return mapKnown(facts.taskDefinition, definition =>
    needsOfDefinition(slot, definition, facts, compute, owner),
  );
}

/** The same of a task definition that is there. What depends on a home that is not told is unresolved. */
export function needsOfDefinition(
  slot: NeededSlot,
  taskDefinition: TaskDefinition,
  facts: CaseFacts,
  compute: Known<readonly Compute[]>,
  owner: Owner = null,
): RoleNeeds {
  const { service, cluster, secretKeys, pullThroughCachePrefixes } = facts;
  const home = taskHome(homeTold(facts, owner));
  const needs = derive(slot, {
    taskDefinition,
    home,
    compute: compute.known ? compute.value : ['unknown'],
    service: service.known ? service.value : null,
    cluster: cluster.known ? cluster : NO_CLUSTER,
    secretKeys,
    registry: mapKnown(pullThroughCachePrefixes, prefixes => ({
      accountId: home.accountId,
      region: home.region,
      pullThroughCachePrefixes: prefixes,
    })),
  });
  return withHints(needs);
}

/** What is not told is an empty text to the derivation, which then says what hangs on it. */
export function taskHome({ partition, region, accountId }: HomeTold): TaskHome {
  return { partition, region: region ?? '', accountId: accountId ?? '' };
}

const NO_CLUSTER = unknown(
  'give "cluster", as `aws ecs describe-clusters` prints it',
  'ecs:DescribeClusters',
);

function derive(slot: NeededSlot, input: NeedsInput): RoleNeeds {
  switch (slot) {
    case 'execution':
      return executionPermissions(input);
    case 'task':
      return taskPermissions(input);
    case 'instance':
      return instancePermissions(input);
    default:
      return slot satisfies never;
  }
}
