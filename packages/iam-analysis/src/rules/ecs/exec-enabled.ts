import { defineRule } from '../defineRule';
import { isAdministrator } from '../iam/administrator';
import { canBecomeAdministrator } from '../iam/privesc/judgeEscalations';
import { execSessions } from './execSessions';

/** ECS Exec gives whoever may use it the task role. Judged at the task role, for that and for the channel it needs. */
export const execEnabled = defineRule({
  id: 'ecs.exec-enabled',
  title: 'ECS Exec is on',
  severity: 'low',
  about: 'use',
  slots: ['task'],
  needs: ['service'],
  wants: ['cluster', 'taskDefinition', 'compute', 'grants'],
  docs: {
    why: 'With ECS Exec, whoever may call `ecs:ExecuteCommand` or `ssm:StartSession` on a task runs commands in its containers as root, and works with the task role from there. That is a way around every other control of who may use the role. Without a log nobody can tell later what was done.',
    fix: 'Set `enableExecuteCommand` to `false` where nobody needs it. Else set `logging` of the cluster (`executeCommandConfiguration`) to `OVERRIDE` with a log group or bucket, let only few people call `ecs:ExecuteCommand`, by condition on the cluster or container, and deny `ssm:StartSession` on tasks.',
    leaveIt:
      'The cluster is for development, its task roles hold little, and its sessions are logged.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    ],
  },
  messages: {
    on: (d: {
      sessions: ReturnType<typeof execSessions>;
      /** Name of the task role, when it can take the whole account. */
      administrator: string | null;
    }) =>
      `Whoever may use ECS Exec on the tasks runs commands in them as root${
        d.administrator === null
          ? ''
          : `, with the role \`${d.administrator}\`, which can take the whole account`
      }. ${SESSIONS[d.sessions]}`,
    unusable: (d: { service: string }) =>
      `ECS Exec is on for \`${d.service}\`, but cannot be used: on Fargate it opens its channel with the task role, and the task definition names none.`,
  },
  *check({ service, cluster, taskDefinition, compute, grants }, { role }) {
    if (!service.enableExecuteCommand) {
      return;
    }
    const isOnFargate =
      compute.known && compute.value.every(each => each === 'fargate');
    if (role === null && isOnFargate) {
      yield { message: 'unusable', data: { service: service.name }, at: '' };
      return;
    }
    const takesAccount =
      grants.known &&
      (isAdministrator(grants.value) || canBecomeAdministrator(grants.value));
    const administrator = takesAccount ? role?.name ?? null : null;
    const sessions = execSessions(cluster, taskDefinition);
    yield {
      message: 'on',
      data: { sessions, administrator },
      at: '',
      severity:
        sessions === 'unlogged' || administrator !== null ? 'medium' : 'low',
    };
  },
});

const SESSIONS = {
  logged: 'The sessions are logged.',
  unlogged: 'The sessions are not logged.',
  unknown: 'Whether the sessions are logged is not known.',
} as const;
