import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { mayRunOnHosts } from './mayRunOnHosts';

/** Security Hub control ECS.3. */
export const hostPid = defineRule({
  id: 'ecs.host-pid',
  title: 'Containers see the processes of their host',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'With `pidMode` `host` a container sees every process of the machine. As root it reads their environment in `/proc`: secrets of other tasks, and the address from which they fetch the credentials of their roles. It can also signal and trace processes of the host.',
    fix: 'Remove `pidMode`, or set it to `task` where containers of one task need to see each other.',
    leaveIt:
      'The task is a monitoring or security daemon that has to watch all processes of its host, and its image and role are kept as tight as those of the host.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3',
    ],
  },
  messages: {
    shared: (d: { containers: readonly string[] }) =>
      `The process namespace is that of the host (\`pidMode\` is \`host\`) for ${quoted(
        d.containers,
      )}.`,
  },
  *check({ taskDefinition, compute }) {
    if (
      taskDefinition.pidMode === 'host' &&
      mayRunOnHosts(compute, taskDefinition)
    ) {
      const containers = taskDefinition.containers.map(({ name }) => name);
      yield { message: 'shared', data: { containers }, at: '' };
    }
  },
});
