import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { mayRunOnHosts } from './mayRunOnHosts';
import { userOf } from './rootUser';

/** Security Hub control ECS.17, and more severe with a root user, as its retired control ECS.1 had it. */
export const hostNetwork = defineRule({
  id: 'ecs.host-network',
  title: 'Containers share the network of their host',
  severity: 'medium',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  wants: ['compute'],
  docs: {
    why: 'In network mode `host` a container has the interfaces of the machine. It reaches the metadata service, and so the role of the container instance, whatever the hop limit is. It also reaches everything that listens on the loopback address, such as the endpoints of the ECS agent, and no security group stands between the tasks of the host. A root user can besides listen on any port and read along.',
    fix: 'Set `networkMode` to `awsvpc`, so that each task has an interface and security groups of its own. Until then, give each container a `user` that is not root.',
    leaveIt:
      'The task manages or watches the network of its host, such as a monitoring daemon, and runs as another user than root.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17',
    ],
  },
  messages: {
    shared: (d: { asRoot: readonly string[] }) =>
      `The network mode is \`host\`${
        d.asRoot.length === 0
          ? ': the containers reach the metadata service and all else that the host reaches.'
          : `, and no other user than root is named for ${quoted(d.asRoot)}.`
      }`,
  },
  *check({ taskDefinition, compute }) {
    if (
      taskDefinition.networkMode !== 'host' ||
      !mayRunOnHosts(compute, taskDefinition)
    ) {
      return;
    }
    const asRoot = taskDefinition.containers
      .filter(container => userOf(container) !== 'other')
      .map(({ name }) => name);
    yield {
      message: 'shared',
      data: { asRoot },
      at: '',
      severity: asRoot.length > 0 ? 'high' : 'medium',
    };
  },
});
