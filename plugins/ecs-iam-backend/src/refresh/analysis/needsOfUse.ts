import {
  activeRevisions,
  executionPermissions,
  instancePermissions,
  known,
  taskPermissions,
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
} from '@ecs-iam/iam-analysis';
import type { RevisionNeeds } from '../../inventory/Inventory';
import { notRead } from './serviceContexts';

type Derivation = (input: NeedsInput) => RoleNeeds;

const derivations: ReadonlyMap<RoleSlot, Derivation> = new Map([
  ['execution', executionPermissions],
  ['task', taskPermissions],
  ['instance', instancePermissions],
]);

/** The slots of which ECS tells what their role needs. */
export const slotsWithNeeds: readonly RoleSlot[] = [...derivations.keys()];

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
  const derive = derivations.get(use.slot);
  if (!derive) {
    return null;
  }
  const revisions =
    use.slot === 'instance' ? activeRevisions(context.service) : use.revisions;
  if (use.slot === 'instance' && revisions.length === 0) {
    return unknown('nothing is deployed, so nothing tells what hosts run');
  }
  const found: RevisionNeeds[] = [];
  for (const { taskDefinitionArn } of revisions) {
    const taskDefinition = context.taskDefinitions.get(taskDefinitionArn);
    if (!taskDefinition) {
      return notRead(undefined, 'ecs:DescribeTaskDefinition');
    }
    const { service, cluster, secretKeys, registry } = context;
    const needs = derive({
      taskDefinition,
      home: service,
      compute,
      service,
      cluster,
      secretKeys,
      registry,
    });
    found.push({ taskDefinitionArn, needs });
  }
  return known(found);
}

/**
 * What ECS demands of the role of a use because of one of its revisions; of the role of a host, because of all of them.
 *
 * @param all - by `needsOfUse`
 */
export function needsByRevision(
  all: Known<readonly RevisionNeeds[]>,
  slot: RoleSlot,
  taskDefinitionArn: string | null,
): Known<RoleNeeds> {
  if (!all.known) {
    return all;
  }
  const asked = all.value.filter(
    each => slot === 'instance' || each.taskDefinitionArn === taskDefinitionArn,
  );
  return known(uniteNeeds(asked.map(({ needs }) => needs)));
}
