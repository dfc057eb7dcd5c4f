import { excessOf } from '../../ecs/permissions/excessOf';
import type { RoleGrants } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { quoted } from '../words';
import {
  countHosts,
  hostsOfUse,
  hostsText,
  type HostCount,
} from './hostsOfUse';
import {
  hostsIn,
  meetingsOf,
  modesIn,
  reasonsIn,
  type Meeting,
} from './meetings';

type Data = Readonly<{
  role: string;
  hosts: HostCount;
  networkModes: readonly string[];
  because: readonly string[];
}>;

/**
 * Containers that get the credentials of their host: those of the instance role. By the table of network mode, metadata
 * options and agent attributes in `ecs/hosts/imdsReach`.
 */
export const imdsReachable = defineRule({
  id: 'ecs.imds-reachable',
  title: 'Containers reach the metadata service of their host',
  severity: 'medium',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts', 'revisions'],
  wants: ['grants'],
  docs: {
    why: 'The metadata service hands out the credentials of the instance role to whoever asks from the host, and from a container it takes one request to ask. Whoever gets into a container, or makes it fetch an address, then acts as the host: with all that the instance role holds, and as the ECS agent, which is sent the credentials of every task there.',
    fix: 'In network mode `awsvpc`, set `ECS_AWSVPC_BLOCK_IMDS=true` in the configuration of the ECS agent. In network mode `bridge`, demand tokens with a hop limit of 1 (`HttpTokens: required`, `HttpPutResponseHopLimit: 1`), or drop what goes to 169.254.169.254 in the chain `DOCKER-USER`. Network mode `host` cannot be kept from it: use `awsvpc`, or Fargate.',
    leaveIt:
      'The containers manage the host and work with its role, and nothing else runs there.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
    ],
  },
  messages: {
    reached: (d: Data) =>
      `Containers in network mode ${quoted(
        d.networkModes,
      )} can get the credentials of the instance role \`${
        d.role
      }\` from the metadata service of ${hostsText(d.hosts)}: ${reasons(d)}.`,
    beyond: (d: Data) =>
      `Containers in network mode ${quoted(
        d.networkModes,
      )} can get the credentials of the instance role \`${
        d.role
      }\` from the metadata service of ${hostsText(
        d.hosts,
      )}, and that role holds more than a host needs: ${reasons(d)}.`,
    unverified: (d: Data) =>
      `It cannot be verified whether containers in network mode ${quoted(
        d.networkModes,
      )} reach the metadata service of ${hostsText(
        d.hosts,
      )}, and so the instance role \`${
        d.role
      }\`, or are kept from it on the host: ${reasons(d)}.`,
  },
  *check({ hosts, revisions, grants }, { role }) {
    if (role === null) {
      return;
    }
    const meetings = meetingsOf(hostsOfUse(hosts, role), revisions);
    const dataOf = (found: readonly Meeting[]): Data => ({
      role: role.name,
      hosts: countHosts(hostsIn(found)),
      networkModes: modesIn(found),
      because: reasonsIn(found),
    });
    const reached = meetings.filter(({ imds }) => imds.reach === 'yes');
    if (reached.length > 0) {
      const data = dataOf(reached);
      if (grants.known && holdsMoreThanHostsNeed(grants.value)) {
        yield { message: 'beyond', data, at: '', severity: 'high' };
        return;
      }
      yield { message: 'reached', data, at: '' };
      // It may be high: that the role holds no more than it needs was not seen.
      if (!grants.known) {
        yield { undecided: grants };
      }
      return;
    }
    const open = meetings.filter(({ imds: { reach } }) =>
      ['unless-blocked', 'unknown'].includes(reach),
    );
    const unverified = open.filter(each => unreadBy(each) === null);
    if (unverified.length > 0) {
      const data = dataOf(unverified);
      yield { message: 'unverified', data, at: '', severity: 'info' };
    }
    for (const meeting of open) {
      const unread = unreadBy(meeting);
      if (unread) {
        yield { undecided: unread };
      }
    }
  },
});

/** Whether an instance role holds what no host is ever for, and nothing takes that away. */
export function holdsMoreThanHostsNeed(grants: RoleGrants): boolean {
  return excessOf(null, grants, 'instance').some(
    ({ kind, mitigatedBy }) => kind === 'application' && mitigatedBy === null,
  );
}

// A permission would tell more; else nobody can tell.
function unreadBy({ host: { metadataOptions }, imds }: Meeting) {
  return imds.reach === 'unknown' &&
    !metadataOptions.known &&
    metadataOptions.needs !== undefined
    ? metadataOptions
    : null;
}

function reasons({ because }: Data): string {
  return because.join('; ');
}
