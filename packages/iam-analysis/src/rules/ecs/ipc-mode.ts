import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { mayRunOnHosts } from './mayRunOnHosts';

/** The same as `ecs.host-pid` for shared memory, which holds secrets less often. */
export const ipcMode = defineRule({
  id: 'ecs.ipc-mode',
  title: 'Containers share the memory segments of their host',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'With `ipcMode` `host` a container can open the shared memory, semaphores and message queues of the machine and of every task that shares them too. It can read what others exchange there, and change it.',
    fix: 'Remove `ipcMode`, or set it to `task` where containers of one task share memory, else to `none`.',
    leaveIt:
      'The task exchanges data with a process of its host by shared memory, and no task of others runs on the same hosts.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
    ],
  },
  messages: {
    shared: (d: { containers: readonly string[] }) =>
      `The namespace of shared memory is that of the host (\`ipcMode\` is \`host\`) for ${quoted(
        d.containers,
      )}.`,
  },
  *check({ taskDefinition, compute }) {
    if (
      taskDefinition.ipcMode === 'host' &&
      mayRunOnHosts(compute, taskDefinition)
    ) {
      const containers = taskDefinition.containers.map(({ name }) => name);
      yield { message: 'shared', data: { containers }, at: '' };
    }
  },
});
