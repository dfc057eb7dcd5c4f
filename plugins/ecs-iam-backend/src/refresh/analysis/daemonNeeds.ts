import { known } from '@ecs-iam/iam-analysis';
import type {
  Daemon,
  Known,
  Service,
  ServiceContext,
} from '@ecs-iam/iam-analysis';
import type { RevisionNeeds } from '../../inventory/Inventory';
import { needsInput, needsOfTasks, roleNamedBy } from './needsOfTasks';

/**
 * What the daemons of a cluster need of a role.
 *
 * @param roleArn - of the role; `null`: they name none
 */
export function daemonNeeds(
  slot: 'daemon-task' | 'daemon-execution',
  roleArn: string | null,
  context: ServiceContext,
): Known<readonly RevisionNeeds[]> {
  const { cluster, service } = context;
  if (!cluster.known) {
    return cluster;
  }
  const { daemons } = cluster.value;
  if (!daemons.known) {
    return daemons;
  }
  const taskSlot = slot === 'daemon-task' ? 'task' : 'execution';
  const found: RevisionNeeds[] = [];
  for (const daemon of daemons.value) {
    if (!daemon.taskDefinition.known) {
      return daemon.taskDefinition;
    }
    const definition = daemon.taskDefinition.value;
    if (roleNamedBy(definition, taskSlot, service) === roleArn) {
      const around = { ...context, service: inPlaceOf(service, daemon) };
      const input = needsInput(definition, around, ['managed-instances']);
      found.push({
        taskDefinitionArn: definition.arn,
        needs: needsOfTasks(taskSlot, roleArn, input),
      });
    }
  }
  return known(found);
}

// Of the service around it, nothing holds for a daemon but where it runs.
function inPlaceOf(
  service: Service,
  { enableExecuteCommand }: Daemon,
): Service {
  return {
    ...service,
    enableExecuteCommand,
    serviceConnectLogs: null,
    express: false,
    guardDuty: known(false),
    overrides: known([]),
  };
}
