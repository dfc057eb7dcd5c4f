import {
  blocksMetadata,
  imdsReach,
  type ImdsReach,
} from '../../ecs/hosts/imdsReach';
import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import type { MetadataOptions } from '../../ecs/service';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import { oncePer } from '../../grants/oncePer';
import type { Unknown } from '../../known';

/** A host, a network mode of tasks that may run on it, and whether these reach its metadata service. */
export type Meeting = Readonly<{
  host: ServiceHost;
  networkMode: TaskDefinition['networkMode'];
  imds: ImdsReach;
}>;

/**
 * @param hosts - on which tasks may run
 * @param revisions - that may run on them
 * @returns one for each host and network mode
 */
export function meetingsOf(
  hosts: readonly ServiceHost[],
  revisions: readonly Pick<TaskDefinition, 'networkMode'>[],
): readonly Meeting[] {
  const modes = [...new Set(revisions.map(({ networkMode }) => networkMode))];
  return hosts.flatMap(host =>
    modes.map(networkMode => ({
      host,
      networkMode,
      imds: reachOf(host, networkMode),
    })),
  );
}

// A cluster has thousands of hosts, of few kinds, which all of its services and several rules ask about.
function reachOf(
  host: ServiceHost,
  networkMode: TaskDefinition['networkMode'],
): ImdsReach {
  const { compute, metadataOptions, attributes } = host;
  const blocks = attributes.known ? blocksOnce(attributes.value) : null;
  const found = reachesOn(
    metadataOptions.known ? metadataOptions.value : metadataOptions,
  );
  const key = `${networkMode} ${compute} ${blocks}`;
  const reach = found.get(key) ?? imdsReach({ ...host, networkMode });
  found.set(key, reach);
  return reach;
}

const blocksOnce = oncePer(blocksMetadata);

/** By all else that decides. */
const reachesOn = oncePer(
  (_options: MetadataOptions | Unknown) => new Map<string, ImdsReach>(),
);

/** The hosts of meetings, each once. */
export function hostsIn(meetings: readonly Meeting[]): readonly ServiceHost[] {
  return [...new Set(meetings.map(({ host }) => host))];
}

/** The network modes of meetings, each once, as task definitions name them. */
export function modesIn(meetings: readonly Meeting[]): readonly string[] {
  return [
    ...new Set(meetings.map(({ networkMode }) => networkMode ?? 'default')),
  ];
}

/** The reasons of meetings, each once. */
export function reasonsIn(meetings: readonly Meeting[]): readonly string[] {
  return [...new Set(meetings.map(({ imds }) => imds.why))];
}
