import { executionPermissions } from '../../ecs/permissions/executionPermissions';
import { instancePermissions } from '../../ecs/permissions/instancePermissions';
import type { NeedsInput } from '../../ecs/permissions/derivation';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import { taskPermissions } from '../../ecs/permissions/taskPermissions';
import type { Compute } from '../../ecs/slots';
import { mapKnown, unknown, type Known } from '../../known';
import type { CaseFacts } from '../evidence/Case';
import type { NeededSlot } from '../evidence/roleName';
import { homeTold, type Owner } from '../evidence/taskHome';
import { withHint } from './homeHint';

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
  const home = homeTold(facts, owner);
  const { service, cluster, secretKeys, pullThroughCachePrefixes } = facts;
  const { partition } = home;
  // What is not told is an empty text to the derivation, which names what hangs on it.
  const accountId = home.accountId ?? '';
  const region = home.region ?? '';
  return mapKnown(facts.taskDefinition, taskDefinition =>
    withHint(
      derive(slot, {
        taskDefinition,
        home: { partition, region, accountId },
        compute: compute.known ? compute.value : ['unknown'],
        service: service.known ? service.value : null,
        cluster: cluster.known ? cluster : NO_CLUSTER,
        secretKeys,
        registry: mapKnown(pullThroughCachePrefixes, prefixes => ({
          accountId,
          region,
          pullThroughCachePrefixes: prefixes,
        })),
      }),
      home,
    ),
  );
}

const NO_CLUSTER = unknown(
  'the input holds no cluster',
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
