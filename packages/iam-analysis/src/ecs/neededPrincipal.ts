import type { Compute, RoleSlot } from './slots';
import type { Known } from '../known';

/** The service that assumes the role of a slot; `null` where none is documented. Any one of several is enough. */
export type Needed = Readonly<{
  /** For people: "ECS tasks". */
  who: string;
  services: readonly string[];
}>;

const TASKS: Needed = {
  who: 'ECS tasks',
  services: ['ecs-tasks.amazonaws.com'],
};
const ECS: Needed = { who: 'ECS', services: ['ecs.amazonaws.com'] };
const EC2: Needed = { who: 'EC2 instances', services: ['ec2.amazonaws.com'] };
const CODE_DEPLOY: Needed = {
  who: 'CodeDeploy',
  services: ['codedeploy.amazonaws.com'],
};
const SSM: Needed = {
  who: 'Systems Manager, for external instances,',
  services: ['ssm.amazonaws.com'],
};
const ANY_HOST: Needed = {
  who: 'EC2 instances or Systems Manager',
  services: ['ec2.amazonaws.com', 'ssm.amazonaws.com'],
};

/**
 * @param slot - where the role is used
 * @param compute - for an instance role, the kinds of its hosts
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html
 */
export function neededPrincipal(
  slot: RoleSlot,
  compute: Known<readonly Compute[]>,
): Needed | null {
  switch (slot) {
    case 'task':
    case 'execution':
    case 'daemon-task':
    case 'daemon-execution':
      return TASKS;
    case 'instance':
      return neededByHosts(compute.known ? compute.value : []);
    case 'infrastructure-volumes':
    case 'infrastructure-service-connect':
    case 'infrastructure-lattice':
    case 'infrastructure-load-balancers':
    case 'infrastructure-managed-instances':
    case 'infrastructure-express':
    case 'lifecycle-hook':
    case 'service':
      return ECS;
    case 'code-deploy':
      return CODE_DEPLOY;
    case 'gateway':
    case 'service-linked':
      return null;
    default:
      return slot satisfies never;
  }
}

// Kinds that are unknown, or both kinds: the role serves when one of the two services may assume it.
function neededByHosts(compute: readonly Compute[]): Needed {
  const external = compute.includes('external');
  const onEc2 =
    compute.includes('ec2') || compute.includes('managed-instances');
  if (external === onEc2 || compute.includes('unknown')) {
    return ANY_HOST;
  }
  return external ? SSM : EC2;
}
