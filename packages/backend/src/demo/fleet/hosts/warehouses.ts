import { joinParts } from '../build/fleetPart';
import {
  agentAttributes,
  clusterOf,
  host,
  instanceRolePolicy,
} from '../build/hosts';
import { awsManaged, trustService } from '../build/policies';
import { role } from '../build/role';
import { edge } from '../sites';
import type { FleetPart } from '../types';

/** Machines in the warehouses, and the role that Systems Manager gives them. */
export const warehouses: FleetPart = joinParts({
  roles: [
    role(edge.account, 'ecsAnywhereRole', {
      trust: trustService('ssm.amazonaws.com'),
      attached: [
        instanceRolePolicy,
        awsManaged('AmazonSSMManagedInstanceCore'),
      ],
      tags: { team: 'platform' },
    }),
  ],
  clusters: [
    {
      ...clusterOf(edge),
      capacityProviders: [],
      defaultStrategy: [],
      hosts: ['mi-0de40000000000001', 'mi-0de40000000000002'].map(id =>
        host({
          external: { id, role: 'ecsAnywhereRole' },
          attributes: [...agentAttributes, 'ecs.capability.external'],
        }),
      ),
    },
  ],
});
