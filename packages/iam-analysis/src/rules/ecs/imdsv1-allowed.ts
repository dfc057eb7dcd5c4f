import { defineRule } from '../defineRule';
import {
  countHosts,
  hostsOfUse,
  hostsText,
  type HostCount,
} from './hostsOfUse';
import { metadataFaults } from './metadataFaults';

/** Judged on the hosts that run; where none does, on the version of the template that the next one would be started by. */
export const imdsv1Allowed = defineRule({
  id: 'ecs.imdsv1-allowed',
  title: 'Hosts answer requests for metadata without a token',
  severity: 'high',
  about: 'use',
  slots: ['instance'],
  needs: ['hosts'],
  docs: {
    why: 'Version 1 of the metadata service answers a plain GET request. An application that can be made to fetch an address, or a proxy that forwards one, hands out the credentials of the instance role then, and no hop limit holds the answer back.',
    fix: 'Set `HttpTokens` to `required` in the launch template, and on the hosts that run (`aws ec2 modify-instance-metadata-options --http-tokens required`). A launch configuration can be replaced by a launch template. The ECS agent and the AWS SDKs have used tokens for years.',
    leaveIt:
      'An application on the host that cannot be changed uses version 1, and no container reaches the metadata service.',
    links: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-3',
    ],
  },
  messages: {
    allowed: (d: { hosts: HostCount }) =>
      `IMDSv1 is allowed on ${hostsText(d.hosts)}.`,
  },
  *check({ hosts }, { role }) {
    const found = metadataFaults(
      hostsOfUse(hosts, role),
      'whether tokens are demanded',
      ({ httpTokens }) =>
        httpTokens === null ? null : httpTokens !== 'required',
    );
    if (found.hosts.length > 0) {
      const data = { hosts: countHosts(found.hosts) };
      yield { message: 'allowed', data, at: '' };
    }
    for (const undecided of found.doubts) {
      yield { undecided };
    }
  },
});
