import type { ActionSet } from '../../catalogue/actionSet';
import type { Excess } from '../../ecs/permissions/judgedNeed';
import type { RoleGrants } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import {
  excessOfKind,
  executionSlots,
  grantedOn,
  MOST_STATEMENTS,
  writtenActions,
} from './excess';
import { reachesData, givesPermissions } from './gravity';

/**
 * What ECS never does with an execution role, whatever runs: so it is for the application, which has a role of its own.
 * High, where it reaches data or gains permissions.
 */
export const executionRoleAppPermissions = defineRule({
  id: 'ecs.execution-role-app-permissions',
  title: 'Execution role holds permissions of the application',
  severity: 'medium',
  about: 'role',
  slots: executionSlots,
  needs: ['grants'],
  wants: ['needs'],
  docs: {
    why: 'ECS works with the execution role before and beside the containers: it pulls images, reads secrets, writes logs. The application cannot use it, so what it holds beyond that is of no use, and within reach of whoever gets its credentials from a host, or registers a task definition that names it as the task role.',
    fix: 'Move these permissions to the task role, if the application calls them; else remove them. One task definition has both: `taskRoleArn` for the application, `executionRoleArn` for ECS.',
    leaveIt:
      'The same role is the task role too, and is about to be split in two.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  messages: {
    held: (d: { actions: readonly string[]; granted: readonly string[] }) =>
      `ECS never needs ${quoted(
        d.actions,
      )} of an execution role, here on ${quoted(d.granted)}.`,
    data: (d: { actions: readonly string[]; granted: readonly string[] }) =>
      `ECS never needs ${quoted(
        d.actions,
      )} of an execution role, here on ${quoted(
        d.granted,
      )}: they read or write what applications store.`,
    permissions: (d: {
      actions: readonly string[];
      granted: readonly string[];
    }) =>
      `ECS never needs ${quoted(
        d.actions,
      )} of an execution role, here on ${quoted(
        d.granted,
      )}: they give out permissions, roles or credentials.`,
  },
  *check({ grants, needs }, { slot }) {
    yield* atMost(
      MOST_STATEMENTS,
      excessOfKind('application', grants, needs, slot).map(excess =>
        report(excess, grants),
      ),
    );
  },
});

function report(excess: Excess, grants: RoleGrants) {
  const { actions, at, mitigatedBy } = excess;
  const message = messageFor(actions);
  return {
    message,
    data: {
      actions: writtenActions(actions),
      granted: grantedOn(excess, grants),
    },
    at,
    ...(message === 'held' ? {} : { severity: 'high' as const }),
    ...(mitigatedBy ? { mitigatedBy } : {}),
  };
}

function messageFor(actions: ActionSet): 'held' | 'data' | 'permissions' {
  if (givesPermissions(actions)) {
    return 'permissions';
  }
  return reachesData(actions) ? 'data' : 'held';
}
