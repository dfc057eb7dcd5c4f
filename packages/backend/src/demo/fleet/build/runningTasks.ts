import type {
  ClusterDefinition,
  Fleet,
  HostDefinition,
  ServiceDefinition,
  StandaloneTask,
} from '../types';

/** A task that runs in a cluster. */
export type RunningTask = Readonly<{
  /** `FAMILY:REVISION` */
  revision: string;
  /** `service:NAME`, or `family:NAME` for a task that no service runs. */
  group: string;
  /** Place of the host in its cluster; `null`: on Fargate. */
  host: number | null;
  executeCommand: boolean;
  overrides: StandaloneTask['overrides'];
  volumeRole: string | null;
}>;

type Tasks = Pick<Fleet, 'services' | 'taskFamilies'>;

/**
 * The tasks on the hosts of a cluster, and those that no service runs. Tasks of services on Fargate share nothing with
 * others and are as their revision says, so they are left out.
 */
export function runningTasks(
  { services, taskFamilies }: Tasks,
  cluster: ClusterDefinition,
): readonly RunningTask[] {
  const isHere = (each: Readonly<{ account: string; region: string }>) =>
    each.account === cluster.account && each.region === cluster.region;
  const ofServices = services
    .filter(each => isHere(each) && each.cluster === cluster.name)
    .flatMap((service, place) => tasksOnHosts(service, cluster, place));
  const standalone = taskFamilies
    .filter(isHere)
    .flatMap(({ taskDefinitions: [{ family }], tasks }) =>
      tasks
        .filter(task => task.cluster === cluster.name)
        .map(({ revision, host, overrides, volumeRole }) => ({
          revision: `${family}:${revision}`,
          group: `family:${family}`,
          host,
          executeCommand: false,
          overrides,
          volumeRole: volumeRole ?? null,
        })),
    );
  return [...ofServices, ...standalone];
}

/** The places of the hosts on which a service may run. */
export function hostsFor(
  { placement }: ServiceDefinition,
  { hosts }: ClusterDefinition,
): readonly number[] {
  const strategy = placement.capacityProviderStrategy?.map(
    ({ capacityProvider }) => capacityProvider,
  );
  const takes = (host: HostDefinition): boolean => {
    if (strategy !== undefined) {
      return (
        host.capacityProvider !== null &&
        strategy.includes(host.capacityProvider)
      );
    }
    switch (placement.launchType) {
      case 'EXTERNAL':
        return host.external !== undefined;
      case 'EC2':
        // Without a profile the agent has no credentials, and gets no tasks.
        return host.external === undefined && host.profile !== null;
      default:
        return false;
    }
  };
  return hosts.flatMap((host, place) => (takes(host) ? [place] : []));
}

// One after the other, each service from another host on.
function tasksOnHosts(
  service: ServiceDefinition,
  cluster: ClusterDefinition,
  place: number,
): readonly RunningTask[] {
  const hosts = hostsFor(service, cluster);
  const [{ family, revision }] = service.taskDefinitions;
  return hosts.length === 0
    ? []
    : Array.from({ length: service.running }, (_, index) => ({
        revision: `${family}:${revision}`,
        group: `service:${service.name}`,
        host: hosts[(place + index) % hosts.length],
        executeCommand: service.executeCommand,
        overrides: {},
        volumeRole: null,
      }));
}
