import { actsAsAgent } from '../../ecs/hosts/reachableRoles';
import { distinct, groupBy } from '../../ecs/needs/phrases';
import type { Severity } from '../../analysis/finding';
import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import type { CoLocatedRole } from '../evidence';
import {
  countHosts,
  hostsOfUse,
  hostsText,
  type HostCount,
} from './hostsOfUse';
import { hostsIn, meetingsOf } from './meetings';

type Data = Readonly<{ hosts: HostCount; families: number; roles: number }>;

/**
 * Tasks with different roles on hosts whose metadata service containers reach: through the instance role, each can be
 * sent the credentials of the others. The finding counts them and does not name them: whoever reads it need not be
 * allowed to see them.
 */
export const ecscapeColocation = defineRule({
  id: 'ecs.ecscape-colocation',
  title: 'Tasks on one host can get the roles of each other',
  severity: 'medium',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts', 'revisions', 'coLocated'],
  // Where there is no role, such as on Fargate, nothing is left in doubt.
  wants: ['grants'],
  whereCollected: ['coLocated'],
  docs: {
    why: 'With the credentials of the instance role a container can open the connection of the ECS agent, and ECS then sends it the credentials of the task and execution roles of all tasks on the host ("ECScape"). So each of them is worth as much as all of them together, and no isolation between tasks on a host changes that.',
    fix: 'Keep containers from the metadata service (`ECS_AWSVPC_BLOCK_IMDS=true` for network mode `awsvpc`). Run what differs in trust on different hosts: by a capacity provider or a cluster of its own, or on Fargate, where no two tasks share one.',
    leaveIt:
      'The tasks are parts of one application, with one owner, and none of their roles can do what the others should not.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ec2-security-considerations.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    ],
  },
  messages: {
    together: (d: Data) => `${text(d)}.`,
    severe: (d: Data & Readonly<{ worst: Severity }>) =>
      `${text(d)}, and one of these has a finding of severity ${d.worst}.`,
  },
  *check({ hosts, revisions, grants, coLocated }, { role }) {
    if (role === null || !differ(coLocated)) {
      return;
    }
    const meetings = meetingsOf(
      hostsOfUse(hosts, role).filter(host => host.running),
      revisions,
    );
    const reached = hostsIn(
      meetings.filter(({ imds }) => imds.reach === 'yes'),
    );
    const doubts = distinct(
      meetings
        .filter(({ imds }) => imds.reach === 'unknown')
        .map(({ imds }) => imds.why),
    );
    if (reached.length + doubts.length === 0) {
      return;
    }
    if (!grants.known) {
      yield { undecided: grants };
      return;
    }
    if (!actsAsAgent(grants.value)) {
      return;
    }
    if (reached.length === 0) {
      for (const why of doubts) {
        yield { undecided: unknown(why) };
      }
      return;
    }
    const data = {
      hosts: countHosts(reached),
      families: distinct(coLocated.map(({ family }) => family)).length,
      roles: distinct(coLocated.map(({ roleArn }) => roleArn)).length,
    };
    const worst = SEVERE.find(severity =>
      coLocated.some(each => each.worst.known && each.worst.value === severity),
    );
    if (worst) {
      yield {
        message: 'severe',
        data: { ...data, worst },
        at: '',
        severity: 'high',
      };
      return;
    }
    yield { message: 'together', data, at: '' };
    for (const { worst: unread } of coLocated) {
      if (!unread.known) {
        yield { undecided: unread };
      }
    }
  },
});

const SEVERE: readonly Severity[] = ['critical', 'high'];

// Families that have the same roles gain nothing from each other.
function differ(roles: readonly CoLocatedRole[]): boolean {
  const ofFamilies = [...groupBy(roles, ({ family }) => family).values()].map(
    group => [...new Set(group.map(({ roleArn }) => roleArn))].sort().join(' '),
  );
  return distinct(ofFamilies).length > 1;
}

function text({ hosts, families, roles }: Data): string {
  return `Tasks of ${families} families share ${hostsText(
    hosts,
  )}, and a container of the service can get all ${roles} roles of these tasks`;
}
