import type { FleetPart } from '../types';

const empty: FleetPart = {
  roles: [],
  policies: [],
  profiles: [],
  groups: [],
  managedInstances: [],
  clusters: [],
  services: [],
  taskFamilies: [],
  daemons: [],
  secrets: [],
  pullThroughCaches: [],
};

/** All parts as one, in their order. */
export function joinParts(...parts: readonly Partial<FleetPart>[]): FleetPart {
  return parts.reduce<FleetPart>(
    (all, part) => ({
      roles: [...all.roles, ...(part.roles ?? [])],
      policies: [...all.policies, ...(part.policies ?? [])],
      profiles: [...all.profiles, ...(part.profiles ?? [])],
      groups: [...all.groups, ...(part.groups ?? [])],
      managedInstances: [
        ...all.managedInstances,
        ...(part.managedInstances ?? []),
      ],
      clusters: [...all.clusters, ...(part.clusters ?? [])],
      services: [...all.services, ...(part.services ?? [])],
      taskFamilies: [...all.taskFamilies, ...(part.taskFamilies ?? [])],
      daemons: [...all.daemons, ...(part.daemons ?? [])],
      secrets: [...all.secrets, ...(part.secrets ?? [])],
      pullThroughCaches: [
        ...all.pullThroughCaches,
        ...(part.pullThroughCaches ?? []),
      ],
    }),
    empty,
  );
}
