import { defineRule } from '../defineRule';
import { quoted } from '../words';

/** Security Hub control ECS.18. */
export const efsPlain = defineRule({
  id: 'ecs.efs-plain',
  title: 'EFS volume is mounted without encryption in transit',
  severity: 'low',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  docs: {
    why: 'What the task reads and writes crosses the network in plain text. Without encryption in transit there is no IAM authorization either, so that the task role does not count: whatever reaches the mount target can mount the file system, unless its policy demands more.',
    fix: 'Set `transitEncryption` to `ENABLED` in `efsVolumeConfiguration`, and `authorizationConfig.iam` too, with an access point. The task role then needs `elasticfilesystem:ClientMount`, and `ClientWrite` where it writes.',
    leaveIt:
      'The file system holds nothing confidential, and the security group of its mount targets lets in just these tasks.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18',
    ],
  },
  messages: {
    plain: (d: { volumes: readonly string[] }) =>
      `Mounted from EFS without encryption in transit, and so without IAM authorization: ${quoted(
        d.volumes,
      )}.`,
  },
  *check({ taskDefinition }) {
    const volumes = taskDefinition.volumes
      .filter(({ efs }) => efs !== null && !efs.transitEncryption)
      .map(({ name }) => name);
    if (volumes.length > 0) {
      yield { message: 'plain', data: { volumes }, at: '' };
    }
  },
});
