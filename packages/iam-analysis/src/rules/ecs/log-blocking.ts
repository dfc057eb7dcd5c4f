import { defineRule } from '../defineRule';
import { quoted } from '../words';

/**
 * Only a mode that is set says what it is: without one it is that of the account setting `defaultLogDriverMode`, which the
 * scan does not read, and else `non-blocking` since 25 June 2025.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const logBlocking = defineRule({
  id: 'ecs.log-blocking',
  title: 'Containers stop when their log cannot be written',
  severity: 'low',
  about: 'use',
  slots: ['execution'],
  needs: ['taskDefinition'],
  docs: {
    why: 'In the mode `blocking` a container waits when it prints while its log cannot be delivered: CloudWatch Logs is out of reach, the group was deleted, the execution role lost a permission. The application then hangs and fails its health check, for the sake of a log line.',
    fix: 'Set `mode` to `non-blocking` in the options of the log driver, and `max-buffer-size` to what the application prints in some seconds, such as `25m`.',
    leaveIt:
      'The log is an audit trail of which no line may be lost, and the application should rather stop.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#default-log-driver-mode',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    ],
  },
  messages: {
    blocking: (d: { containers: readonly string[] }) =>
      `The log driver is in the mode \`blocking\` for ${quoted(d.containers)}.`,
  },
  *check({ taskDefinition }) {
    const containers = taskDefinition.containers
      .filter(
        ({ logConfiguration }) => logConfiguration?.options.mode === 'blocking',
      )
      .map(({ name }) => name);
    if (containers.length > 0) {
      yield { message: 'blocking', data: { containers }, at: '' };
    }
  },
});
