import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { NOTHING } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { awslogs } from './awslogs';
import { imagePulls } from './imagePulls';

/**
 * What the agent can do with the role of an EC2 host too: rows E1, E2 and E4 (pulls), E7, E8 and E16 (logs).
 *
 * @param input - what is known of the tasks
 */
export function agentWork(input: NeedsInput): RoleNeeds {
  return uniteNeeds([imagePulls(input), agentLogs(input)]);
}

/** Of it, the logs. */
export function agentLogs(input: NeedsInput): RoleNeeds {
  return uniteNeeds([containerLogs(input), serviceConnectLogs(input)]);
}

/** Rows E7 to E9: the log drivers of the containers. */
function containerLogs(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.containers.map(({ name, logConfiguration }, index) =>
      logConfiguration === null
        ? NOTHING
        : awslogs(
            {
              logs: logConfiguration,
              because: `containerDefinitions[${index}].logConfiguration`,
              container: name,
              writes: 'E7',
              creates: 'E8',
            },
            input,
          ),
    ),
  );
}

/**
 * Row E16: the logs of the Service Connect proxy, which ECS adds to the task.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
 */
function serviceConnectLogs(input: NeedsInput): RoleNeeds {
  const logs = input.service?.serviceConnectLogs ?? null;
  return logs === null
    ? NOTHING
    : awslogs(
        {
          logs,
          because: SERVICE_CONNECT_LOGS,
          container: 'ecs-service-connect-AbCdE',
          writes: 'E16',
          creates: 'E16',
        },
        input,
      );
}

export const SERVICE_CONNECT_LOGS =
  'service.serviceConnectConfiguration.logConfiguration';
