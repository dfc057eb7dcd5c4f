import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import { defineRule } from '../defineRule';
import {
  countHosts,
  hostsOfUse,
  hostsText,
  type HostCount,
} from './hostsOfUse';
import { metadataFaults } from './metadataFaults';

/** A hop more than the host itself needs is just what a container on its bridge needs. */
export const imdsHopLimit = defineRule({
  id: 'ecs.imds-hop-limit',
  title: 'Hop limit lets metadata through to containers',
  severity: 'medium',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts', 'revisions'],
  docs: {
    why: 'A container on the bridge of its host is one hop further away from the metadata service than the host. With a hop limit of 1 the answer that carries the token ends at the host; with more, it reaches the container, which then gets the credentials of the instance role.',
    fix: 'Set `HttpPutResponseHopLimit` to 1 and `HttpTokens` to `required` in the launch template, and on the hosts that run (`aws ec2 modify-instance-metadata-options`). Machine images with IMDSv2 as default come with a hop limit of 2.',
    leaveIt:
      'A firewall rule on the host drops what containers send to 169.254.169.254.',
    links: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4',
    ],
  },
  messages: {
    passes: (d: { hosts: HostCount; hopLimit: number }) =>
      `Tasks of the service sit on the bridge of ${hostsText(
        d.hosts,
      )}, where the metadata service has a hop limit of ${d.hopLimit}.`,
  },
  *check({ hosts, revisions }, { role }) {
    const isOnBridge = revisions.some(
      ({ networkMode }) => networkMode === 'bridge' || networkMode === null,
    );
    if (!isOnBridge) {
      return;
    }
    const found = metadataFaults(
      hostsOfUse(hosts, role),
      'the hop limit',
      ({ httpPutResponseHopLimit: limit }) =>
        limit === null ? null : limit > 1,
    );
    if (found.hosts.length > 0) {
      yield {
        message: 'passes',
        data: {
          hosts: countHosts(found.hosts),
          hopLimit: Math.max(...found.hosts.map(hopLimitOf)),
        },
        at: '',
      };
    }
    for (const undecided of found.doubts) {
      yield { undecided };
    }
  },
});

function hopLimitOf({ metadataOptions }: ServiceHost): number {
  return metadataOptions.known
    ? metadataOptions.value.httpPutResponseHopLimit ?? 0
    : 0;
}
