import { hostsInForce } from '../../ecs/hosts/hostsInForce';
import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import type { Compute } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import { unknown, type Known } from '../../known';
import { defineRule } from '../defineRule';
import { listed } from '../words';
import { meetingsOf } from './meetings';

const NAMES = { ec2: 'EC2', external: 'external' } as const;

/** Without a task role, the AWS SDKs in the containers go on to the credentials of the host. */
export const missingTaskRole = defineRule({
  id: 'ecs.missing-task-role',
  title: 'Tasks without a role of their own can use that of the host',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['taskRoles', 'taskDefinition', 'compute'],
  wants: ['hosts'],
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
  *check({ taskRoles, taskDefinition, compute, hosts }) {
    // Network mode `none` has no way to the host's credentials.
    if (
      taskRoles.task !== null ||
      taskDefinition.networkMode === 'none' ||
      reachesNoHost(hosts, taskDefinition)
    ) {
      return;
    }
    const names = compute.flatMap(hostName);
    if (names.length > 0) {
      yield { message: 'onHosts', data: { hosts: names }, at: '' };
    } else if (compute.includes('unknown')) {
      yield { undecided: unknown('where the tasks run is not known') };
    }
  },
});

// On every host the metadata service is known to be out of reach.
function reachesNoHost(
  hosts: Known<readonly ServiceHost[]>,
  taskDefinition: TaskDefinition,
): boolean {
  return (
    hosts.known &&
    hosts.value.length > 0 &&
    meetingsOf(hostsInForce(hosts.value), [taskDefinition]).every(
      ({ imds }) => imds.reach === 'no',
    )
  );
}

function hostName(compute: Compute): string[] {
  return compute === 'ec2' || compute === 'external' ? [NAMES[compute]] : [];
}
