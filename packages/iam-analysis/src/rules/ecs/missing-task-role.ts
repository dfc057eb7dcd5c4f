import type { Compute } from '../../ecs/slots';
import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import { listed } from '../words';

const NAMES = { ec2: 'EC2', external: 'external' } as const;

/** Without a task role, the AWS SDKs in the containers go on to the credentials of the host. */
export const missingTaskRole = defineRule({
  id: 'ecs.missing-task-role',
  title: 'Tasks without a role of their own can use that of the host',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['taskRoles', 'taskDefinition', 'compute'],
  docs: {
    why: 'An AWS SDK that finds no task role asks the host for credentials. The containers then work with the role of the container instance, which serves every task there, and which may register hosts and ask for the work of others.',
    fix: 'Set `taskRoleArn` to a role that trusts `ecs-tasks.amazonaws.com`. Without any call to AWS in the application, it is a role without policies.',
    leaveIt:
      'Containers cannot reach the credentials of the host: the metadata service is switched off, or blocked for tasks (`ECS_AWSVPC_BLOCK_IMDS`, a firewall rule on the host).',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
    ],
  },
  messages: {
    onHosts: (d: { hosts: readonly string[] }) =>
      `The task definition names no task role, and its tasks run on ${listed(
        d.hosts,
      )} hosts.`,
  },
  *check({ taskRoles, taskDefinition, compute }) {
    // Network mode `none` has no way to the host's credentials.
    if (taskRoles.task !== null || taskDefinition.networkMode === 'none') {
      return;
    }
    const hosts = compute.flatMap(hostName);
    if (hosts.length > 0) {
      yield { message: 'onHosts', data: { hosts }, at: '' };
    } else if (compute.includes('unknown')) {
      yield { undecided: unknown('where the tasks run is not known') };
    }
  },
});

function hostName(compute: Compute): string[] {
  return compute === 'ec2' || compute === 'external' ? [NAMES[compute]] : [];
}
