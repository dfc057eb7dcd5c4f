import { executionRoleNeeds } from '../../ecs/needs/executionRoleNeeds';
import { canBeWatched } from '../../ecs/needs/guardDuty';
import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import { listed } from '../words';

/**
 * The agent has to do something for which it has no role. On EC2 it falls back to the instance role for images and
 * logs; for all else, and everywhere else, it fails.
 */
export const missingExecutionRole = defineRule({
  id: 'ecs.missing-execution-role',
  title: 'Execution role is missing',
  severity: 'high',
  about: 'use',
  slots: ['execution'],
  needs: ['taskRoles', 'taskDefinition'],
  wants: ['compute', 'service'],
  docs: {
    why: 'The agent pulls the image, fetches secrets and writes logs with the execution role. Without it, tasks stop before their containers start (`ResourceInitializationError`, `CannotPullContainerError`).',
    fix: 'Set `executionRoleArn` to a role that trusts `ecs-tasks.amazonaws.com`. For images and logs, AWS has the policy `AmazonECSTaskExecutionRolePolicy`; for secrets, parameters and files, add the read permission on just their ARNs.',
    leaveIt: 'The revision is old and will not be deployed again.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    ],
  },
  messages: {
    needed: (d: { features: readonly string[] }) =>
      `The task definition names no execution role, but the agent needs one: it ${listed(
        d.features,
      )}.`,
  },
  *check({ taskRoles, taskDefinition, compute, service }) {
    if (taskRoles.execution !== null) {
      return;
    }
    const needs = executionRoleNeeds(
      taskDefinition,
      compute.known ? compute.value : ['unknown'],
      service.known ? service.value : undefined,
    );
    const features = needs
      .filter(need => need.requires)
      .map(need => need.phrase);
    if (features.length > 0) {
      yield { message: 'needed', data: { features }, at: '' };
    } else if (!compute.known) {
      yield { undecided: compute };
    } else if (!service.known) {
      // Service Connect, GuardDuty and Express Mode need one too.
      yield { undecided: service };
    } else if (
      !service.value.guardDuty.known &&
      canBeWatched(taskDefinition, compute.value, service.value)
    ) {
      yield { undecided: service.value.guardDuty };
    } else if (needs.length > 0 && compute.value.includes('unknown')) {
      yield { undecided: unknown('where the tasks run is not known') };
    }
  },
});
