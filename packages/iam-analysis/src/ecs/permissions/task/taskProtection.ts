import { clusterNameOf } from '../arns/clusterOf';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { NOTHING, roleNeeds } from '../roleNeeds';

/**
 * Row T7: whether the application protects its task from scale-in cannot be seen.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
 */
export function taskProtection(input: NeedsInput): RoleNeeds {
  const cluster = clusterNameOf(input);
  const tasks = ownArn(
    input.home,
    'ecs',
    cluster.ok ? `task/${cluster.value}/*` : 'task/*',
  );
  return tasks.ok
    ? roleNeeds({
        accepted: [
          {
            actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
            resources: [tasks.value],
            why: 'the application may protect its task from scale-in by the endpoint of the ECS agent',
          },
        ],
      })
    : NOTHING;
}
