import { known } from '../../known';
import type { Known } from '../../known';
import { groupBy } from '../needs/phrases';
import type { HostTask, MetadataOptions } from '../service';
import { blocksMetadata } from './imdsReach';
import type { ServiceHost } from './serviceHost';

/**
 * Hosts that are alike: in role, kind, capacity provider, metadata options, and in what runs on them, however often.
 *
 * @public
 */
export type HostGroup = Readonly<{
  /** Of all of them, in the order of the hosts. */
  names: readonly string[];
  running: boolean;
  compute: ServiceHost['compute'];
  capacityProvider: string | null;
  roleArn: Known<string | null>;
  metadataOptions: Known<MetadataOptions>;
  /** Those that all of them have. */
  attributes: Known<readonly string[]>;
  /** Of all of them together: `count` is their sum. */
  tasks: Known<readonly HostTask[]>;
}>;

/**
 * Puts hosts that are alike together, so that a cluster of hundreds is a few lines.
 *
 * @param hosts - from `serviceHosts`
 * @returns the groups in the order of their first host
 * @public
 */
export function hostGroups(
  hosts: readonly ServiceHost[],
): readonly HostGroup[] {
  return [...groupBy(hosts, keyOf).values()].map(groupOf);
}

function groupOf(hosts: readonly ServiceHost[]): HostGroup {
  const [first] = hosts;
  return {
    names: hosts.map(({ name }) => name),
    running: first.running,
    compute: first.compute,
    capacityProvider: first.capacityProvider,
    roleArn: first.roleArn,
    metadataOptions: first.metadataOptions,
    attributes: attributesOf(hosts),
    tasks: first.tasks.known
      ? known(together(hosts.flatMap(({ tasks }) => valuesOf(tasks))))
      : first.tasks,
  };
}

// Of the attributes only one decides what is alike: others, such as versions, differ from host to host.
function keyOf(host: ServiceHost): string {
  const { attributes, tasks, metadataOptions: options } = host;
  return JSON.stringify([
    host.running,
    host.compute,
    host.capacityProvider,
    host.roleArn,
    options.known
      ? [
          options.value.httpEndpoint,
          options.value.httpTokens,
          options.value.httpPutResponseHopLimit,
        ]
      : options,
    attributes.known ? blocksMetadata(attributes.value) : attributes,
    tasks.known ? [...new Set(tasks.value.map(keyOfTask))].sort() : tasks,
  ]);
}

function keyOfTask(task: HostTask): string {
  return JSON.stringify([
    task.taskDefinitionArn,
    task.serviceName,
    task.taskRoleArn,
    task.executionRoleArn,
  ]);
}

function together(tasks: readonly HostTask[]): readonly HostTask[] {
  return [...groupBy(tasks, keyOfTask).values()].map(alike => ({
    ...alike[0],
    count: alike.reduce((sum, { count }) => sum + count, 0),
  }));
}

function attributesOf(hosts: readonly ServiceHost[]): Known<readonly string[]> {
  const [first, ...others] = hosts.map(({ attributes }) => attributes);
  if (!first.known) {
    return first;
  }
  const sets = others.map(each => new Set(valuesOf(each)));
  return known(first.value.filter(name => sets.every(set => set.has(name))));
}

function valuesOf<T>(list: Known<readonly T[]>): readonly T[] {
  return list.known ? list.value : [];
}
