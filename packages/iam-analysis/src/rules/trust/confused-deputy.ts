import type { Severity } from '../../analysis/finding';
import type { RoleSlot } from '../../ecs/slots';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { canonicalService } from './admission';
import { concerned } from './openings';
import { readTrust } from './readTrust';
import { clustersIn, isBoundToAccount } from './sourceConditions';

const TASKS = 'ecs-tasks.amazonaws.com';

/**
 * Tasks may assume the role, and nothing says that they are tasks of the own account. Only for `ecs-tasks`: other
 * services, EC2 above all, send no source with their requests, and a condition on it would shut them out.
 */
export const confusedDeputy = defineRule({
  id: 'trust.confused-deputy',
  title: 'Trust policy does not bind ECS to this account',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'ECS assumes roles for everyone. Should it ever be made to do so for somebody else (a confused deputy), only a condition on the source of the request tells your tasks from theirs. AWS recommends it for task roles; its own examples of execution roles have none.',
    fix: 'Add `"Condition": { "StringEquals": { "aws:SourceAccount": "<your account>" }, "ArnLike": { "aws:SourceArn": "arn:aws:ecs:<region>:<your account>:*" } }` to the statement that names `ecs-tasks.amazonaws.com`. Name no cluster: ECS does not support that.',
    leaveIt:
      'The role is an execution role that AWS created or that follows its example: the risk is small, and all services have to be tested after the change.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    ],
  },
  messages: {
    unbound: (d: { service: string; accountId: string }) =>
      `The trust policy does not bind \`${d.service}\` to account ${d.accountId}: no condition on \`aws:SourceAccount\` or \`aws:SourceArn\` names that account and no other.`,
  },
  *check({ trust }, { role, slot, settings }) {
    const { openings, accountId, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const { at, actions, serviceConditions } = opening;
      const tasks = concerned(
        opening,
        ({ type, value }) =>
          type === 'Service' && canonicalService(value) === TASKS,
      );
      if (
        tasks &&
        actions.includes('sts:AssumeRole') &&
        // That is an error of its own: `trust.cluster-source-arn`.
        clustersIn(serviceConditions).length === 0 &&
        !isBoundToAccount(serviceConditions, {
          own: accountId,
          known: settings.knownAccounts,
        })
      ) {
        yield {
          message: 'unbound',
          severity: severityIn(slot),
          data: { service: TASKS, accountId },
          at,
          ...(tasks.mitigatedBy ? { mitigatedBy: tasks.mitigatedBy } : {}),
        };
      }
    }
  },
});

function severityIn(slot: RoleSlot): Severity {
  switch (slot) {
    case 'task':
    case 'daemon-task':
    case 'instance':
      return 'low';
    case 'execution':
    case 'daemon-execution':
    case 'infrastructure-volumes':
    case 'infrastructure-service-connect':
    case 'infrastructure-lattice':
    case 'infrastructure-load-balancers':
    case 'infrastructure-managed-instances':
    case 'infrastructure-express':
    case 'lifecycle-hook':
    case 'service':
    case 'gateway':
    case 'service-linked':
    case 'code-deploy':
      return 'info';
    default:
      return slot satisfies never;
  }
}
