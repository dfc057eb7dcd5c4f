import { defineRule } from '../defineRule';
import {
  countHosts,
  hostsOfUse,
  hostsText,
  type HostCount,
} from './hostsOfUse';

/** Hosts that the internet can reach, with credentials to take from them. */
export const internetFacingInstanceProfile = defineRule({
  id: 'ecs.internet-facing-instance-profile',
  title: 'Hosts with a public address carry an instance role',
  severity: 'high',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts'],
  docs: {
    why: 'A host with a public address is one open port away from the internet. Whoever gets into it, or into a container on it, has the credentials of the instance role, and by them those of the tasks there.',
    fix: 'Start the hosts in private subnets, without a public address: the ECS agent reaches AWS through a NAT gateway or interface endpoints, and a load balancer takes the traffic.',
    leaveIt:
      'The host is an edge device by design, its security group admits the load balancer only, and the instance role holds no more than the agent needs.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-outbound.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9',
    ],
  },
  messages: {
    exposed: (d: { hosts: HostCount; role: string }) =>
      `${hostsText(d.hosts)} with the instance role \`${d.role}\` ${
        d.hosts.running === 1 ? 'has' : 'have'
      } a public address.`,
  },
  *check({ hosts }, { role }) {
    if (role === null) {
      return;
    }
    const running = hostsOfUse(hosts, role).filter(
      host => host.running && host.compute !== 'external',
    );
    const exposed = running.filter(
      ({ publicIp }) => publicIp.known && publicIp.value,
    );
    if (exposed.length > 0) {
      const data = { hosts: countHosts(exposed), role: role.name };
      yield { message: 'exposed', data, at: '' };
      return;
    }
    for (const { publicIp } of running) {
      if (!publicIp.known) {
        yield { undecided: publicIp };
      }
    }
  },
});
