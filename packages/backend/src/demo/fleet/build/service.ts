import type {
  FleetPart,
  GatewayDefinition,
  ServiceAmendment,
  TaskDefinitionDefinition,
} from '../types';
import { joinParts } from './fleetPart';
import type { Site } from './names';
import { taskParts } from './taskParts';
import type { TaskInput } from './taskParts';

export type ServiceInput = TaskInput &
  Readonly<{
    desired?: number;
    running?: number;
    tags?: Readonly<Record<string, string>>;
    amendments?: readonly ServiceAmendment[];
    /** Registered after the first: revisions that a rollout runs, or that nothing runs yet. */
    otherRevisions?: readonly TaskDefinitionDefinition[];
    /** The infrastructure role of ECS Express Mode, where it runs the service. */
    expressRole?: string;
    gateway?: GatewayDefinition;
  }>;

/** A service with its task definition and the roles of its own. All that is not said is done well. */
export function service(site: Site, input: ServiceInput): FleetPart {
  const { roles, secrets, definition } = taskParts(site, input);
  const desired = input.desired ?? 2;
  return joinParts({
    roles,
    secrets,
    services: [
      {
        account: site.account,
        region: site.region,
        cluster: site.cluster,
        name: input.name,
        team: input.team,
        desired,
        running: input.running ?? desired,
        placement: input.on.input,
        executeCommand: input.executeCommand ?? false,
        tags: { team: input.team, component: input.name, ...input.tags },
        taskDefinitions: [definition, ...(input.otherRevisions ?? [])],
        amendments: input.amendments ?? [],
        ...(input.expressRole && { expressRole: input.expressRole }),
        ...(input.gateway && { gateway: input.gateway }),
      },
    ],
  });
}
