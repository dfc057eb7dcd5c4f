import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { mayRunOnHosts } from './mayRunOnHosts';

/** Security Hub control ECS.4. */
export const privileged = defineRule({
  id: 'ecs.privileged',
  title: 'Container is privileged',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'A privileged container has all capabilities and all devices of its host: it is root on the machine. From there it takes the role of the container instance and the credentials of every other task on the host, those of execution roles included.',
    fix: 'Remove `privileged`. Add single capabilities (`linuxParameters.capabilities.add`) or devices (`linuxParameters.devices`) for what the container does.',
    leaveIt:
      'The task is a trusted daemon that configures its host, and no task of others runs on the same hosts.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ec2-security-considerations.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4',
    ],
  },
  messages: {
    privileged: (d: { containers: readonly string[] }) =>
      `Privileged, and so root on the host: ${quoted(d.containers)}.`,
  },
  *check({ taskDefinition, compute }) {
    const containers = taskDefinition.containers
      .filter(container => container.privileged)
      .map(({ name }) => name);
    if (containers.length > 0 && mayRunOnHosts(compute, taskDefinition)) {
      yield { message: 'privileged', data: { containers }, at: '' };
    }
  },
});
