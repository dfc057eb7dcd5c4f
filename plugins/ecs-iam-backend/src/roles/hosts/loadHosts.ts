import {
  hostGroups,
  mapKnown,
  rolesOfTask,
  serviceHosts,
} from '@ecs-iam/iam-analysis';
import type { HostGroup, Known, ServiceContext } from '@ecs-iam/iam-analysis';
import type { EntityIndex } from '../../entities/EntityIndex';
import type {
  Inventory,
  StoredGap,
  StoredService,
} from '../../inventory/Inventory';
import { serviceContexts } from '../../refresh/analysis/serviceContexts';
import { keyOf } from '../TargetCoverage';
import { aroundHosts } from './aroundHosts';
import type { HostView } from './HostView';
import { nameOfTask } from './namesOfTasks';

type HostInventory = Pick<
  Inventory,
  'hostFacts' | 'roles' | 'activeSeverities' | 'servicesInClusters'
>;

/**
 * The hosts of services, in groups, from what is stored. However many there are, the same few questions are asked for
 * each target.
 *
 * @param services - those that are gone, and those on Fargate alone, have none
 * @param gaps - of their targets
 * @returns by ARN of the service
 */
export async function loadHosts(
  services: readonly StoredService[],
  gaps: readonly StoredGap[],
  inventory: HostInventory,
  index: EntityIndex,
): Promise<ReadonlyMap<string, HostView>> {
  const onHosts = services.filter(
    ({ goneAt, compute }) =>
      goneAt === null && compute.some(kind => kind !== 'fargate'),
  );
  const contexts = (
    await Promise.all(
      [...groupByTarget(onHosts).values()].map(ofTarget =>
        contextsOf(ofTarget, gaps, inventory),
      ),
    )
  ).flat();
  const grouped = contexts.map(context => ({
    context,
    groups: mapKnown(serviceHosts(context), hostGroups),
  }));
  const around = await aroundHosts(namesIn(grouped), inventory, index);
  return new Map(
    grouped.map(each => [each.context.service.arn, { ...each, around }]),
  );
}

function groupByTarget(
  services: readonly StoredService[],
): ReadonlyMap<string, readonly StoredService[]> {
  const byTarget = new Map<string, StoredService[]>();
  for (const service of services) {
    const key = keyOf(service.fact);
    byTarget.set(key, [...(byTarget.get(key) ?? []), service]);
  }
  return byTarget;
}

async function contextsOf(
  services: readonly StoredService[],
  gaps: readonly StoredGap[],
  inventory: HostInventory,
): Promise<readonly ServiceContext[]> {
  const [{ fact: target }] = services;
  const facts = await inventory.hostFacts(
    target,
    services.map(({ fact }) => fact),
  );
  const own = gaps.filter(gap => keyOf(gap) === keyOf(target));
  return [...serviceContexts(facts, own).values()];
}

type Grouped = Readonly<{
  context: ServiceContext;
  groups: Known<readonly HostGroup[]>;
}>;

/** What the groups name that is to be looked up. */
export type NamesOnHosts = Readonly<{
  roleArns: readonly string[];
  clusterArns: readonly string[];
  /** Of services and task families. */
  serviceNames: readonly string[];
}>;

function namesIn(grouped: readonly Grouped[]): NamesOnHosts {
  const roleArns = new Set<string>();
  const clusterArns = new Set<string>();
  const serviceNames = new Set<string>();
  for (const { context, groups } of grouped) {
    const { service, taskDefinitions } = context;
    clusterArns.add(service.clusterArn);
    for (const { roleArn, tasks } of groups.known ? groups.value : []) {
      if (roleArn.known && roleArn.value !== null) {
        roleArns.add(roleArn.value);
      }
      for (const task of tasks.known ? tasks.value : []) {
        serviceNames.add(nameOfTask(task));
        const definition = taskDefinitions.get(task.taskDefinitionArn);
        for (const role of definition
          ? rolesOfTask(task, definition, service)
          : []) {
          roleArns.add(role.roleArn);
        }
      }
    }
  }
  return {
    roleArns: [...roleArns],
    clusterArns: [...clusterArns],
    serviceNames: [...serviceNames],
  };
}
