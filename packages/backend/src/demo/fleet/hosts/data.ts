import { joinParts } from '../build/fleetPart';
import { clusterOf, guarded, instanceRole } from '../build/hosts';
import { analytics, machineLearning } from '../sites';
import type { FleetPart } from '../types';

/** No host runs at the moment: what a new one would get is in the templates. */
export const dataHosts: FleetPart = joinParts({
  roles: [
    instanceRole(analytics, 'analytics-hosts'),
    instanceRole(analytics, 'analytics-hosts-arm', { createdDaysAgo: 120 }),
    instanceRole(machineLearning, 'ml-hosts', { createdDaysAgo: 1500 }),
  ],
  profiles: ['analytics-hosts', 'analytics-hosts-arm', 'ml-hosts'].map(
    name => ({ account: analytics.account, name, role: name }),
  ),
  groups: [
    {
      account: analytics.account,
      region: analytics.region,
      name: 'analytics-hosts',
      capacityProvider: 'analytics-hosts',
      template: {
        kind: 'mixed-instances',
        versions: [{ profile: 'analytics-hosts', metadata: guarded }],
        override: { profile: 'analytics-hosts-arm', metadata: guarded },
      },
    },
    {
      account: machineLearning.account,
      region: machineLearning.region,
      name: 'ml-hosts',
      capacityProvider: 'ml-hosts',
      template: { kind: 'launch-configuration', profile: 'ml-hosts' },
    },
  ],
  clusters: [
    {
      ...clusterOf(analytics),
      capacityProviders: ['analytics-hosts', 'FARGATE', 'FARGATE_SPOT'],
      defaultStrategy: ['FARGATE'],
      hosts: [],
    },
    {
      ...clusterOf(machineLearning),
      capacityProviders: ['ml-hosts', 'FARGATE'],
      defaultStrategy: ['ml-hosts'],
      hosts: [],
    },
  ],
});
