import { joinParts } from '../build/fleetPart';
import { clusterOf, guarded, host, instanceRole, many } from '../build/hosts';
import { allow, policy } from '../build/policies';
import { windows } from '../sites';
import type { FleetPart } from '../types';

/** Windows, for what needs Active Directory. The hosts may become whatever runs on them, for a script of long ago. */
export const windowsHosts: FleetPart = joinParts({
  roles: [
    instanceRole(windows, 'windows-hosts', {
      inline: {
        scripts: policy(
          allow(
            'sts:AssumeRole',
            `arn:aws:iam::${windows.account}:role/*-task`,
          ),
        ),
      },
    }),
  ],
  profiles: [
    { account: windows.account, name: 'windows-hosts', role: 'windows-hosts' },
  ],
  groups: [
    {
      account: windows.account,
      region: windows.region,
      name: 'windows-eu-hosts',
      capacityProvider: 'windows-eu-hosts',
      template: {
        kind: 'launch-template',
        versions: [{ profile: 'windows-hosts', metadata: guarded }],
        use: '$Latest',
      },
    },
  ],
  clusters: [
    {
      ...clusterOf(windows),
      capacityProviders: ['windows-eu-hosts'],
      defaultStrategy: ['windows-eu-hosts'],
      hosts: many(
        2,
        host({
          instanceType: 'm7i.xlarge',
          profile: 'windows-hosts',
          capacityProvider: 'windows-eu-hosts',
        }),
      ),
    },
  ],
});
