import type { Compute } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { Known } from '../../known';

/**
 * Whether tasks run on hosts that their owner can get into trouble. What gives containers power over their host, Fargate
 * refuses to register or to run: so where nobody knows where tasks run, a definition that has it is for hosts.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 *
 * @param compute - where the tasks run, as far as that is known
 * @param taskDefinition - tells what it is for where the compute is not known
 */
export function mayRunOnHosts(
  compute: Known<readonly Compute[]>,
  { requiresCompatibilities }: TaskDefinition,
): boolean {
  if (runOnHosts(compute)) {
    return true;
  }
  const isOpen = !compute.known || compute.value.includes('unknown');
  const isForFargate =
    requiresCompatibilities.length > 0 &&
    requiresCompatibilities.every(each => each === 'FARGATE');
  return isOpen && !isForFargate;
}

/**
 * @param compute - where the tasks run, as far as that is known
 * @returns whether some of them are known to run on hosts, which other tasks share
 */
export function runOnHosts(compute: Known<readonly Compute[]>): boolean {
  return compute.known && compute.value.some(isHost);
}

function isHost(compute: Compute): boolean {
  switch (compute) {
    case 'ec2':
    case 'managed-instances':
    case 'external':
      return true;
    case 'fargate':
    case 'unknown':
      return false;
    default:
      return compute satisfies never;
  }
}
