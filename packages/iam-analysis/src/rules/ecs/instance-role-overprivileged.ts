import { actionNames } from '../../catalogue/catalogue';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import { excessOf } from '../../ecs/permissions/excessOf';
import type { RoleGrants } from '../../grants/grant';
import { wholeHoldingsOf } from '../../grants/holdings';
import { defineRule } from '../defineRule';
import { administrationsOf, isAdministrator } from '../iam/administrator';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import { grantedOn, MOST_STATEMENTS, writtenActions } from './excess';

type Data = Readonly<{
  actions: readonly string[];
  granted: readonly string[];
}>;

/**
 * What no host is ever for: neither the ECS agent calls it, nor the agents of Systems Manager and CloudWatch beside it.
 * What the managed policies of AWS grant these is low, and `ecs.excess-permission` says how it can be narrowed. But for
 * one thing: the agent of Systems Manager may read every parameter, and where containers reach the metadata service, so
 * may they. Whether they do is known of the hosts, so it is asked for as evidence of the role.
 */
export const instanceRoleOverprivileged = defineRule({
  id: 'ecs.instance-role-overprivileged',
  title: 'Instance role holds more than a host needs',
  severity: 'high',
  about: 'role',
  slots: ['instance'],
  needs: ['grants'],
  wants: ['needs', 'imdsReached'],
  docs: {
    why: 'The instance role belongs to every container on its hosts: each can take its credentials from the metadata service, unless that is blocked. So what is meant for one application, or for the start of the machine, all tasks there can do.',
    fix: 'Give the permission to the task role of the application that calls it. What only the start of the machine needs, such as a file in S3, can be part of the machine image; where it has to be read, name it in `Resource`, and accept what is left of this finding. For a host, `AmazonEC2ContainerServiceforEC2Role` is enough, or the smaller policy among the needs of the role.',
    leaveIt:
      'Something on the host itself calls it, such as a backup agent, and containers are kept from the metadata service.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html',
    ],
  },
  messages: {
    administrator: (d: { role: string }) =>
      `The instance role \`${d.role}\` is an administrator of the account, and so is every container that reaches the metadata service of its hosts.`,
    beyond: (d: Data) =>
      `No host needs ${quoted(d.actions)} of its role, here on ${quoted(
        d.granted,
      )}.`,
    parameters: (d: Pick<Data, 'actions'>) =>
      `Containers reach the metadata service of hosts with this role, and by it can read every parameter of the account, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants, needs, imdsReached }, { slot, role }) {
    if (isAdministrator(grants)) {
      const [{ grants: by }] = administrationsOf(grants).filter(
        ({ mitigatedBy, weakened }) => mitigatedBy === null && !weakened,
      );
      const data = { role: role?.name ?? 'unnamed' };
      yield { message: 'administrator', data, at: by[0].at };
      return;
    }
    const excess = excessOf(needs.known ? needs.value : null, grants, slot);
    yield* atMost(
      MOST_STATEMENTS,
      excess
        .filter(({ kind }) => kind === 'application')
        .map(each => ({
          message: 'beyond' as const,
          data: {
            actions: writtenActions(each.actions),
            granted: grantedOn(each, grants),
          },
          at: each.at,
          ...(each.mitigatedBy ? { mitigatedBy: each.mitigatedBy } : {}),
        })),
    );
    if (imdsReached.known && imdsReached.value) {
      yield* everyParameter(grants);
    }
  },
});

// Other actions that read parameters are for no host: they are told above.
const parameterReads = lazily(() =>
  actionsNamed(['ssm:GetParameter', 'ssm:GetParameters']),
);

function* everyParameter(role: RoleGrants) {
  for (const holding of wholeHoldingsOf(role, parameterReads())) {
    const { grant, actions, mitigatedBy } = holding;
    yield {
      message: 'parameters',
      data: { actions: actionNames(actions) },
      at: grant.at,
      severity: 'medium',
      ...(mitigatedBy ? { mitigatedBy } : {}),
    } as const;
  }
}
