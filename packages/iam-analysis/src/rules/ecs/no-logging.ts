import { defineRule } from '../defineRule';
import { quoted } from '../words';

/** Security Hub control ECS.9, at a lower severity. Judged at the execution role: it is what logs are written with. */
export const noLogging = defineRule({
  id: 'ecs.no-logging',
  title: 'Containers write no log that is kept',
  severity: 'low',
  about: 'use',
  slots: ['execution'],
  needs: ['taskDefinition'],
  docs: {
    why: 'Without a log configuration, what a container prints stays on the host until it is gone, or is lost with the task on Fargate. After an incident nobody can tell what the container did with its role. This gives nobody any access, so it is low here, while Security Hub rates it high.',
    fix: 'Set `logConfiguration` of each container, such as the driver `awslogs` with a log group, a region and a stream prefix. The execution role needs `logs:CreateLogStream` and `logs:PutLogEvents` on that group.',
    leaveIt:
      'The application sends its logs to a log service by itself, and the container prints nothing that matters.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9',
    ],
  },
  messages: {
    none: (d: { containers: readonly string[] }) =>
      `No log configuration is set for ${quoted(d.containers)}.`,
  },
  *check({ taskDefinition }) {
    const containers = taskDefinition.containers
      .filter(({ logConfiguration }) => logConfiguration === null)
      .map(({ name }) => name);
    if (containers.length > 0) {
      yield { message: 'none', data: { containers }, at: '' };
    }
  },
});
