import type { TaskOverride } from '../../ecs/service';
import { resolveRoleArn } from '../../ecs/names/roleArn';
import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { roleLabel } from './roleLabel';

/** The roles by label, and how many running tasks have one of them. */
type Data = Readonly<{ roles: readonly string[]; tasks: number }>;

/** Running tasks with other roles than their revision names. Judged once, at the task role. */
export const roleOverridden = defineRule({
  id: 'ecs.role-overridden',
  title: 'Running tasks have another role than their task definition names',
  severity: 'info',
  about: 'use',
  slots: ['task'],
  needs: ['service', 'taskRoles', 'overrides'],
  whereCollected: ['overrides'],
  docs: {
    why: 'Whoever starts a task with `RunTask` or `StartTask` can give it another task or execution role than its task definition names. Whoever looks at the task definition then judges a role that is not in use.',
    fix: 'Register a revision that names the role, and start tasks without overrides. Whoever may start tasks should be allowed `iam:PassRole` on the roles of that application only.',
    leaveIt:
      'The tasks are single runs, such as a migration, that are meant to have more rights than the application.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  messages: {
    taskRole: (d: Data) => textOf(d, 'task role'),
    executionRole: (d: Data) => textOf(d, 'execution role'),
  },
  *check({ service, taskRoles, overrides }) {
    const given = (
      roleOf: (override: TaskOverride) => string | null,
      named: string | null,
    ): Data => {
      const others = overrides.flatMap(override => {
        const role = roleOf(override);
        const arn = role === null ? named : resolveRoleArn(role, service);
        return arn === null || arn === named
          ? []
          : [{ role: roleLabel(arn), tasks: override.tasks }];
      });
      return {
        roles: [...new Set(others.map(({ role }) => role))].sort(),
        tasks: others.reduce((sum, { tasks }) => sum + tasks, 0),
      };
    };
    const task = given(each => each.taskRoleArn, taskRoles.task);
    if (task.roles.length > 0) {
      yield { message: 'taskRole', data: task, at: '' };
    }
    const execution = given(each => each.executionRoleArn, taskRoles.execution);
    if (execution.roles.length > 0) {
      yield { message: 'executionRole', data: execution, at: '' };
    }
  },
});

function textOf({ roles, tasks }: Data, slot: string): string {
  return `${
    tasks === 1 ? '1 running task has' : `${tasks} running tasks have`
  } the ${slot} ${quoted(roles)} by override.`;
}
