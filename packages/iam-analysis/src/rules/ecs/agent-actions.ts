import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { excessOfKind, grantedOn, writtenActions } from './excess';

/**
 * What the ECS agent of a host does, in a role that containers or the start of a task use. One host or one cluster is
 * enough, so neither a named resource nor a condition makes it less; a Deny or the boundary does.
 */
export const agentActions = defineRule({
  id: 'ecs.agent-actions',
  title: 'Role can act as the ECS agent of a host',
  severity: 'critical',
  about: 'role',
  slots: ['task', 'execution', 'daemon-task', 'daemon-execution'],
  needs: ['grants'],
  docs: {
    why: 'ECS hands the agent of a host the credentials of every task there, of their task and their execution roles. Whoever may poll or register as an agent can ask for them: from one container, all roles of its host are within reach.',
    fix: 'Take these actions out of the role. Only the container instance role needs them; where containers should not reach that one, block the metadata service on the host.',
    leaveIt:
      'Never in a role of tasks. A task that manages hosts can do so with `ecs:UpdateContainerInstancesState` and `ecs:DeregisterContainerInstance`.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  messages: {
    held: (d: { actions: readonly string[]; granted: readonly string[] }) =>
      `The role can act as the agent of a host, and so ask for the credentials of its tasks, with ${quoted(
        d.actions,
      )} on ${quoted(d.granted)}.`,
  },
  *check({ grants }, { slot }) {
    for (const excess of excessOfKind('agent', grants, NEEDS_NOTHING, slot)) {
      const { at, actions, mitigatedBy } = excess;
      yield {
        message: 'held',
        data: {
          actions: writtenActions(actions),
          granted: grantedOn(excess, grants),
        },
        at,
        ...(mitigatedBy === 'deny' || mitigatedBy === 'boundary'
          ? { mitigatedBy }
          : {}),
      };
    }
  },
});

// Whatever a task needs, these are not part of it.
const NEEDS_NOTHING = unknown('not asked for');
