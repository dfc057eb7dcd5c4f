import type { NeedsInput } from '../derivation';
import { agentLogs, agentWork } from '../execution/agentWork';
import {
  executionRoleUse,
  namesExecutionRole,
} from '../execution/executionRoleUse';
import { ownWork } from '../execution/ownWork';
import type { NeedRow, RoleNeeds } from '../permission';
import { leftAlone, NOTHING, roleNeeds } from '../roleNeeds';

/**
 * Rows I3 and I4: on EC2 the agent pulls and logs with the role of the host for tasks that have no execution role.
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
export function withoutExecutionRole(input: NeedsInput): RoleNeeds {
  const { compute } = input;
  if (!compute.some(each => each === 'ec2' || each === 'unknown')) {
    return NOTHING;
  }
  const work = asOfHost(agentWork(input));
  const hasRole = namesExecutionRole(input);
  const use = executionRoleUse(compute, hasRole, ownWork(input, null).required);
  switch (use) {
    case 'never':
      return { ...work, required: false };
    case 'unknown':
      return perhaps(work);
    case 'always':
      return hasRole
        ? leftAlone(agentLogs(input), LOGS_OF_HOST)
        : leftAlone(work, UNTIL_ROLE);
    default:
      return use satisfies never;
  }
}

const LOGS_OF_HOST =
  'agents that are told so by ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=false write logs with the role of the host';
const UNTIL_ROLE =
  'it serves on EC2 until the task definition names the execution role that it needs';

/** The same work, by the rows of the role of the host. */
function asOfHost(work: RoleNeeds): RoleNeeds {
  return {
    ...work,
    needs: work.needs.map(need => ({ ...need, row: rowOfHost(need.row) })),
    unresolved: work.unresolved.map(each => ({
      ...each,
      row: rowOfHost(each.row),
    })),
  };
}

function rowOfHost(row: NeedRow): 'I3' | 'I4' {
  return row === 'E7' || row === 'E8' || row === 'E16' ? 'I4' : 'I3';
}

function perhaps({ needs, accepted, unresolved }: RoleNeeds): RoleNeeds {
  return roleNeeds({
    accepted,
    unresolved: [
      ...needs.map(({ row, because, phrase, actions }) => ({
        row,
        certain: false,
        because,
        phrase,
        why: 'the role of the host does it only on EC2, and only without an execution role; whether that is so is not known: name the launch type',
        actions,
      })),
      ...unresolved.map(each => ({ ...each, certain: false })),
    ],
  });
}
