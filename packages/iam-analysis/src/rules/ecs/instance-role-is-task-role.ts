import { defineRule } from '../defineRule';

/** One role for the host and for what runs on it. */
export const instanceRoleIsTaskRole = defineRule({
  id: 'ecs.instance-role-is-task-role',
  title: 'Instance role is a task role too',
  severity: 'high',
  about: 'role',
  slots: ['instance'],
  needs: ['rolesInSlots'],
  whereCollected: ['rolesInSlots'],
  docs: {
    why: 'What the application may do, every container on these hosts may do then that reaches the metadata service. And the containers of the application hold what the ECS agent holds: with it they can ask for the credentials of every task on a host.',
    fix: 'Create a task role that trusts `ecs-tasks.amazonaws.com`, with what the application calls, and name it in `taskRoleArn`. Leave the instance role with what the ECS agent needs.',
    leaveIt:
      'The hosts run this one application and nothing else, and the role is about to be split.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
    ],
  },
  messages: {
    both: (d: { role: string }) =>
      `\`${d.role}\` is the role of hosts and the role of tasks.`,
  },
  *check({ rolesInSlots }, { role }) {
    const slots = role ? rolesInSlots.get(role.arn) ?? [] : [];
    if (role && slots.some(slot => slot === 'task' || slot === 'daemon-task')) {
      yield { message: 'both', data: { role: role.name }, at: '' };
    }
  },
});
