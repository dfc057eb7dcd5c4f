import type { FleetPart, StandaloneTask } from '../types';
import { joinParts } from './fleetPart';
import type { Site } from './names';
import { taskParts } from './taskParts';
import type { TaskInput } from './taskParts';

/** Tasks that no service runs, with their task definition and the roles of their own. */
export function taskFamily(
  site: Site,
  input: TaskInput,
  tasks: readonly Partial<StandaloneTask>[] = [],
): FleetPart {
  const { roles, secrets, definition } = taskParts(site, input);
  return joinParts({
    roles,
    secrets,
    taskFamilies: [
      {
        account: site.account,
        region: site.region,
        team: input.team,
        taskDefinitions: [definition],
        tasks: tasks.map(task => ({
          cluster: site.cluster,
          revision: definition.revision,
          host: null,
          overrides: {},
          ...task,
        })),
      },
    ],
  });
}
