import type { Compute } from '../slots';
import type { NeedsInput } from './derivation';
import { imagePulls } from './execution/imagePulls';
import { acceptedForExec, acceptedOnHosts } from './instance/acceptedOnHosts';
import { agentNeeds, managedInstancesNeeds } from './instance/agentNeeds';
import { hostClusterOf } from './instance/hostCluster';
import { systemsManager } from './instance/systemsManager';
import { withoutExecutionRole } from './instance/withoutExecutionRole';
import type { RoleNeeds } from './permission';
import { leftAlone, NOTHING, roleNeeds } from './roleNeeds';
import { uniteNeeds } from './uniteNeeds';

/**
 * What ECS demands of the role of hosts: rows I1 to I5.
 *
 * A role serves hosts of one kind. Where `compute` names several, what only one of them needs is accepted, not needed: name
 * the kind of the hosts alone for the whole need.
 *
 * @param input - what runs on the hosts: a revision, and the cluster in which they register
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 * @public
 */
export function instancePermissions(input: NeedsInput): RoleNeeds {
  const kinds = hostKinds(input.compute);
  if (kinds.length === 0) {
    return NOTHING;
  }
  const areHosts = kinds.some(kind => kind !== 'unknown');
  const parts = kinds.map(kind => ownPart(kind, input));
  return {
    ...uniteNeeds([
      agentNeeds(hostClusterOf(input), areHosts),
      ...(kinds.length === 1
        ? parts
        : parts.map(part => leftAlone(part, 'hosts of another kind need it'))),
      withoutExecutionRole(input),
    ]),
    required: areHosts ? true : null,
  };
}

type HostKind = Exclude<Compute, 'fargate'>;

function hostKinds(compute: readonly Compute[]): readonly HostKind[] {
  return [...new Set(compute)].flatMap(each =>
    each === 'fargate' ? [] : [each],
  );
}

/** What hosts of one kind need or may have, besides what the agent of each does. */
function ownPart(kind: HostKind, input: NeedsInput): RoleNeeds {
  const cluster = hostClusterOf(input);
  const machine = roleNeeds({
    accepted: [
      ...(cluster.ok ? acceptedOnHosts(cluster.value) : []),
      ...acceptedForExec(input),
    ],
  });
  switch (kind) {
    case 'ec2':
    case 'unknown':
      return machine;
    case 'external':
      return uniteNeeds([
        machine,
        systemsManager(input.home),
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/iam-role-ecsanywhere.html
        leftAlone(
          imagePulls(input),
          'an external host may pull images with its own role',
        ),
      ]);
    case 'managed-instances':
      return managedInstancesNeeds(cluster);
    default:
      return kind satisfies never;
  }
}
