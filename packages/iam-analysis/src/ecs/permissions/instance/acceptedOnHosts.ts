import type { NeedsInput } from '../derivation';
import type { AcceptedPermission } from '../permission';
import { CHANNEL_ACTIONS } from '../task/execChannel';
import type { HostCluster } from './hostCluster';
import { SSM_AGENT_ACTIONS } from './systemsManager';

/**
 * What settings of hosts ask for that the API of Amazon ECS does not show. What AWS documents as unused by the agent
 * (`ecs:SubmitContainerStateChange`, `ecs:DeregisterContainerInstance`, `ecs:CreateCluster`) is not among it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
export function acceptedOnHosts({
  arn,
  instances,
  tasks,
}: HostCluster): readonly AcceptedPermission[] {
  return [
    {
      actions: ['ecs:UpdateContainerInstancesState'],
      resources: [instances],
      why: 'the agent drains its host before a Spot interruption, with ECS_ENABLE_SPOT_INSTANCE_DRAINING',
    },
    {
      actions: ['ec2:DescribeTags'],
      resources: ['*'],
      why: 'the agent takes over the tags of the machine, with ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM',
    },
    {
      actions: ['ecs:TagResource'],
      resources: [instances],
      why: 'the agent tags its container instance when it registers',
    },
    {
      actions: ['ecs:ListTagsForResource'],
      resources: [instances, tasks],
      why: 'the metadata endpoint taskWithTags hands out tags',
    },
    {
      actions: ['ecs:ListAccountSettings', 'ecs:PutAccountSetting'],
      resources: ['*'],
      why: 'hosts turn awsvpcTrunking on for their own role',
    },
    {
      actions: ['ecs:ListAttributes'],
      resources: [arn],
      why: 'hosts look up whether they have awsvpcTrunking',
    },
    {
      actions: SSM_AGENT_ACTIONS,
      resources: ['*'],
      why: 'the SSM agent of the host needs it where Systems Manager manages it',
    },
    {
      actions: ['cloudwatch:PutMetricData', 'ec2:DescribeVolumes'],
      resources: ['*'],
      why: 'the CloudWatch agent of the host sends metrics',
    },
  ];
}

/**
 * Row T1e: without a task role, ECS Exec works with the role of the host.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function acceptedForExec({
  service,
  taskDefinition,
}: NeedsInput): readonly AcceptedPermission[] {
  return service?.enableExecuteCommand && !taskDefinition.taskRoleArn
    ? [
        {
          actions: CHANNEL_ACTIONS,
          resources: ['*'],
          why: 'ECS Exec works with the role of the host while the task definition names no task role',
        },
      ]
    : [];
}
