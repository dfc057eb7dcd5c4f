import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { isForWindows } from './rootUser';

/** Security Hub control ECS.5, at a lower severity. */
export const rwRootfs = defineRule({
  id: 'ecs.rw-rootfs',
  title: 'Containers can change their own root file system',
  severity: 'low',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  docs: {
    why: 'Whoever breaks into a container with a writable root file system can add tools and change the application that runs. It lasts as long as the container does, and it reaches no other task and no role that the container does not have already: so this is low here, while Security Hub rates it high.',
    fix: 'Set `readonlyRootFilesystem` to `true`, and mount a volume at the paths where the application writes, such as `/tmp`.',
    leaveIt:
      'ECS Exec is used, which needs a writable root file system; or the application writes all over its own directories.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5',
    ],
  },
  messages: {
    writable: (d: { containers: readonly string[] }) =>
      `The root file system is writable in ${quoted(d.containers)}.`,
  },
  *check({ taskDefinition }) {
    // Windows containers have no such setting.
    if (isForWindows(taskDefinition)) {
      return;
    }
    const containers = taskDefinition.containers
      .filter(container => !container.readonlyRootFilesystem)
      .map(({ name }) => name);
    if (containers.length > 0) {
      yield { message: 'writable', data: { containers }, at: '' };
    }
  },
});
