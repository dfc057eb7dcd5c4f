import { defineRule } from '../defineRule';

/** Judged at the task role: it is the one that the containers hold. */
export const taskRoleIsExecutionRole = defineRule({
  id: 'ecs.task-role-is-execution-role',
  title: 'Task role and execution role are the same role',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['taskRoles'],
  docs: {
    why: 'The agent uses the execution role to fetch secrets and pull images before the containers run, and the containers cannot reach its credentials. As task role, the same role is in the hands of the application: it can read every secret that the agent may read, at any time.',
    fix: 'Create two roles: an execution role with what the agent needs, and a task role with what the application calls. Without any call to AWS in the application, leave the task role out on Fargate.',
    leaveIt:
      'For a short while, when the role holds nothing beyond pulling the image and writing logs.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    ],
  },
  messages: {
    same: (d: { role: string }) =>
      `\`${d.role}\` is both the task role and the execution role.`,
  },
  *check({ taskRoles: { task, execution } }) {
    if (task !== null && task === execution) {
      const name = task.slice(task.lastIndexOf('/') + 1);
      yield { message: 'same', data: { role: name }, at: '' };
    }
  },
});
