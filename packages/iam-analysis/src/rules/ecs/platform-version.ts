import { defineRule } from '../defineRule';
import { isForWindows } from './rootUser';

/** Security Hub control ECS.10. */
export const platformVersion = defineRule({
  id: 'ecs.platform-version',
  title: 'Service is pinned to an old Fargate platform version',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['service', 'taskDefinition'],
  docs: {
    why: 'A platform version is the kernel, the container runtime and the agent beneath the task. New ones bring fixes and features that old ones never get, and AWS retires the old ones: then no new task starts, and those that run are stopped.',
    fix: 'Set `platformVersion` of the service to `LATEST` and deploy it.',
    leaveIt:
      'The application needs a behaviour of the old version, and its move to the current one is planned before the old one is retired.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10',
    ],
  },
  messages: {
    old: (d: { version: string; current: string }) =>
      `The service runs on platform version ${d.version}; ${d.current} is the current one.`,
  },
  *check({ service, taskDefinition }) {
    const version = service.platformVersion;
    const current = isForWindows(taskDefinition)
      ? CURRENT.windows
      : CURRENT.linux;
    if (version !== null && isOlder(version, current)) {
      yield { message: 'old', data: { version, current }, at: '' };
    }
  },
});

// Source: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10
const CURRENT = { linux: '1.4.0', windows: '1.0.0' } as const;

// What is no number, such as `LATEST`, is never older.
function isOlder(version: string, current: string): boolean {
  const [ours, theirs] = [version, current].map(text =>
    text.split('.').map(part => Number.parseInt(part, 10)),
  );
  const differing = theirs.findIndex(
    (part, index) => part !== (ours[index] ?? 0),
  );
  return differing >= 0 && (ours[differing] ?? 0) < theirs[differing];
}
