import { count, distinct, groupBy } from '../../ecs/needs/phrases';
import type { Known, Unknown } from '../../known';
import { defineRule } from '../defineRule';
import { listed } from '../words';
import { hostsOfUse } from './hostsOfUse';
import { roleLabel } from './roleLabel';

/** A template that was changed while hosts of before run on. */
export const hostRoleDrift = defineRule({
  id: 'ecs.host-role-drift',
  title: 'Hosts have another role than the next one would get',
  severity: 'info',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts'],
  docs: {
    why: 'Hosts keep the role that they were started with. What was changed in the template, such as a narrower role, is not in force before they are replaced; and what a review says of one of the two roles does not hold for the other.',
    fix: 'Replace the hosts: an instance refresh of the Auto Scaling group does it step by step. If the change was a mistake, set the instance profile in the template back.',
    leaveIt: 'The hosts are being replaced, and it takes a while.',
    links: [
      'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
    ],
  },
  messages: {
    differs: (d: {
      provider: string;
      hosts: number;
      role: string | null;
      next: readonly (string | null)[];
    }) =>
      `${count(d.hosts, 'host')} of capacity provider \`${d.provider}\` ${
        d.hosts === 1 ? 'has' : 'have'
      } ${roleText([d.role])}, and the next one would get ${roleText(d.next)}.`,
  },
  *check({ hosts }, { role }) {
    const own = role?.arn ?? null;
    const running = hostsOfUse(hosts, role).filter(host => host.running);
    for (const [provider, alike] of groupBy(
      running,
      ({ capacityProvider }) => capacityProvider,
    )) {
      const next = hosts
        .filter(host => !host.running && host.capacityProvider === provider)
        .map(({ roleArn }) => roleArn);
      const unread = next.find(isUnknown);
      const roles = distinct(
        next.flatMap(each => (each.known ? [each.value] : [])),
      );
      // A mixed instances policy has several templates: one that agrees is enough.
      if (provider === null || next.length === 0 || roles.includes(own)) {
        continue;
      }
      if (unread) {
        yield { undecided: unread };
      } else {
        yield {
          message: 'differs',
          data: {
            provider,
            hosts: alike.length,
            role: roleLabel(own),
            next: roles.map(roleLabel),
          },
          at: '',
        };
      }
    }
  },
});

function isUnknown(fact: Known<unknown>): fact is Unknown {
  return !fact.known;
}

function roleText(roles: readonly (string | null)[]): string {
  return listed(
    roles.map(role => (role === null ? 'no role' : `\`${role}\``)),
    'or',
  );
}
