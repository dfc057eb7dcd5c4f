import { known } from '../../known';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { Condition } from '../../policy/types';
import { neededPrincipal } from '../neededPrincipal';
import type { Compute, RoleSlot } from '../slots';
import type { TaskHome } from './derivation';

/**
 * The trust policy of a slot as AWS documents it. The roles of tasks are bound to the account and its regions; to bind
 * them to a cluster is not supported. EC2 and Systems Manager send no such keys for the role of a host, so that one has no
 * condition.
 *
 * @param slot - where the role is used
 * @param homes - where its tasks run, at least one; regions that are not known leave the region open
 * @param compute - for the role of hosts, their kinds; absent: EC2
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * @public
 */
export function minimalTrust(
  slot: RoleSlot,
  homes: readonly TaskHome[],
  compute: readonly Compute[] = ['ec2'],
): ProposedPolicy {
  const services = neededPrincipal(slot, known(compute))?.services ?? [
    'ecs.amazonaws.com',
  ];
  return {
    id: 'trust',
    replaces: null,
    name: 'trust policy',
    kind: 'trust',
    statements: [
      {
        sid: null,
        effect: 'Allow',
        actions: { kind: 'only', patterns: ['sts:AssumeRole'] },
        resources: null,
        principals: {
          kind: 'only',
          principals: services.map(value => ({ type: 'Service', value })),
        },
        conditions: isOfTasks(slot) ? boundTo(homes) : [],
        at: '/Statement/0',
      },
    ],
  };
}

function isOfTasks(slot: RoleSlot): boolean {
  return (
    slot === 'task' ||
    slot === 'execution' ||
    slot === 'daemon-task' ||
    slot === 'daemon-execution'
  );
}

function boundTo(homes: readonly TaskHome[]): readonly Condition[] {
  const named = homes.filter(({ accountId }) => accountId !== '');
  if (named.length === 0) {
    return [];
  }
  const arns = named.map(
    ({ partition, region, accountId }) =>
      `arn:${partition}:ecs:${region || '*'}:${accountId}:*`,
  );
  return [
    condition('ArnLike', 'aws:SourceArn', arns),
    condition(
      'StringEquals',
      'aws:SourceAccount',
      named.map(({ accountId }) => accountId),
    ),
  ];
}

function condition(
  operator: string,
  key: string,
  values: readonly string[],
): Condition {
  return {
    operator,
    set: null,
    ifExists: false,
    key,
    values: [...new Set(values)].sort(),
  };
}
