import type { RoleNeeds } from '../permission';
import type { Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { CLUSTER_FIELD, instanceOf, type HostCluster } from './hostCluster';

const DISCOVER = 'ecs:DiscoverPollEndpoint';
const POLL = 'ecs:Poll';
const REPORT = [
  'ecs:RegisterContainerInstance',
  'ecs:SubmitTaskStateChange',
  'ecs:SubmitAttachmentStateChanges',
];
const TELEMETRY = 'ecs:StartTelemetrySession';
const DISCONNECTED = 'the agent is disconnected: agentConnected is false';

/**
 * Rows I1 and I2: what the ECS agent of each host calls, in the cluster where it registers.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 *
 * @param certain - whether the tasks are known to run on hosts
 */
export function agentNeeds(
  cluster: Resolved<HostCluster>,
  certain: boolean,
): RoleNeeds {
  const discover = needOf({
    row: 'I1',
    actions: [DISCOVER],
    resources: ['*'],
    because: CLUSTER_FIELD,
    phrase: 'finds the endpoint of Amazon ECS',
    failure: 'the agent cannot connect, and the host takes no tasks',
  });
  if (!cluster.ok) {
    return roleNeeds({
      needs: [discover],
      unresolved: [
        {
          row: 'I1',
          certain,
          because: CLUSTER_FIELD,
          phrase: 'registers the host and runs tasks',
          why: cluster.why,
          actions: [POLL, ...REPORT],
        },
        {
          row: 'I2',
          certain,
          because: CLUSTER_FIELD,
          phrase: 'reports metrics and health',
          why: cluster.why,
          actions: [TELEMETRY],
        },
      ],
    });
  }
  const { arn, instances } = cluster.value;
  const ofHost = {
    because: CLUSTER_FIELD,
    resources: [instances],
    probes: [instanceOf(cluster.value)],
    context: { 'ecs:cluster': arn },
  };
  return roleNeeds({
    needs: [
      discover,
      needOf({
        row: 'I1',
        actions: REPORT,
        resources: [arn],
        because: CLUSTER_FIELD,
        phrase: 'registers the host and reports the state of its tasks',
        failure:
          'the host is not registered in the cluster: AccessDeniedException for ecs:RegisterContainerInstance',
      }),
      needOf({
        ...ofHost,
        row: 'I1',
        actions: [POLL],
        phrase: 'gets the tasks that the host is to run',
        failure: DISCONNECTED,
      }),
      needOf({
        ...ofHost,
        row: 'I2',
        actions: [TELEMETRY],
        phrase: 'reports metrics and health',
        // "Optional", but recommended.
        breaks: false,
        failure:
          'CloudWatch shows neither use of CPU and memory nor health of the containers',
      }),
    ],
  });
}

/**
 * What the agent of Managed Instances calls besides, by AmazonECSInstanceRolePolicyForManagedInstances.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html
 */
export function managedInstancesNeeds(
  cluster: Resolved<HostCluster>,
): RoleNeeds {
  if (!cluster.ok) {
    // The other needs of the agent say so.
    return NOTHING;
  }
  const { arn, instances, taskSets } = cluster.value;
  const common = { because: CLUSTER_FIELD, context: { 'ecs:cluster': arn } };
  return roleNeeds({
    needs: [
      needOf({
        ...common,
        row: 'I1',
        actions: [POLL],
        resources: [taskSets],
        phrase: 'gets the task sets that the host is to run',
        failure: DISCONNECTED,
      }),
      needOf({
        ...common,
        row: 'I2',
        actions: ['ecs:PutSystemLogEvents'],
        resources: [instances],
        probes: [instanceOf(cluster.value)],
        phrase: 'hands over the system logs of the host',
        breaks: false,
        failure: 'the system logs of the host are not kept',
      }),
    ],
  });
}
