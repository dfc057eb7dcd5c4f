import { findAction } from '../../catalogue/catalogue';
import { holds } from '../../catalogue/actionSet';
import { lazily } from '../../catalogue/lazily';
import type { RoleSlot } from '../../ecs/slots';
import type { Grant, Reach, RoleGrants } from '../../grants/grant';
import { subtracts } from '../../grants/grantsOf';
import { ResourcePattern } from '../../grants/ResourcePattern';
import { standingOf } from '../../grants/standingOf';
import { defineRule } from '../defineRule';
import { isAdministrator } from '../iam/administrator';
import { lower } from '../lower';
import { quoted } from '../words';

type Data = Readonly<{ resources: readonly string[] }>;

/**
 * The host can become what runs on it. Tasks get their roles from ECS, so no host needs that. The finding counts the
 * roles and does not name them: whoever reads it need not be allowed to see them.
 */
export const instanceRoleCanAssumeTaskRoles = defineRule({
  id: 'ecs.instance-role-can-assume-task-roles',
  title: 'Instance role can become task roles',
  severity: 'high',
  about: 'role',
  slots: ['instance'],
  needs: ['grants'],
  wants: ['rolesInSlots'],
  docs: {
    why: 'Every container that reaches the metadata service has the instance role, and by it then the roles of other applications, also of such as run on other hosts. ECS hands each task its role by itself: nothing on the host has to assume it.',
    fix: 'Take `sts:AssumeRole` out of the instance role. An application that assumes a role does so with its task role, which is named in the trust policy of the other.',
    leaveIt:
      'The hosts come from before task roles (kube2iam or a proxy of its own hands out roles), and containers are kept from the metadata service.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
    ],
  },
  messages: {
    anyRole: (d: Data) =>
      `The instance role can become any role that trusts the account, by \`sts:AssumeRole\` on ${quoted(
        d.resources,
      )}.`,
    taskRoles: (d: Data & Readonly<{ roles: number }>) =>
      `The instance role can become ${d.roles} task ${
        d.roles === 1 ? 'role' : 'roles'
      } of the account, by \`sts:AssumeRole\` on ${quoted(d.resources)}.`,
  },
  *check({ grants, rolesInSlots }, { role }) {
    // Of an administrator `iam.admin-access` says more.
    if (isAdministrator(grants)) {
      return;
    }
    const taskRoles = rolesInSlots.known
      ? taskRolesIn(rolesInSlots.value).filter(arn => arn !== role?.arn)
      : [];
    for (const grant of grants.grants) {
      if (!holds(grant.known, assumeRole())) {
        continue;
      }
      const { scope, passes, mitigatedBy, weakened } = standingOf(
        grants,
        grant,
        assumeRole(),
      );
      const resources = grant.resources.patterns;
      const severity = weakened ? lower('high') : 'high';
      if (scope === 'all') {
        // A boundary that leaves some roles out is a bound.
        const mitigation =
          mitigatedBy ?? (passes === scope ? null : 'boundary');
        yield {
          message: 'anyRole',
          data: { resources },
          at: grant.at,
          severity,
          ...(mitigation ? { mitigatedBy: mitigation } : {}),
        };
      } else if (scope !== 'none' && rolesInSlots.known) {
        const roles = taskRoles.filter(arn =>
          reaches(grants, grant, arn),
        ).length;
        if (roles > 0) {
          yield {
            message: 'taskRoles',
            data: { roles, resources },
            at: grant.at,
            severity,
            ...(mitigatedBy ? { mitigatedBy } : {}),
          };
        }
      } else if (
        scope !== 'none' &&
        !rolesInSlots.known &&
        rolesInSlots.needs
      ) {
        // Where nobody asked for the roles of tasks, there is nothing to wait for.
        yield { undecided: rolesInSlots };
      }
    }
  },
});

const assumeRole = lazily(() => findAction('sts:AssumeRole') ?? -1);

function taskRolesIn(
  rolesInSlots: ReadonlyMap<string, readonly RoleSlot[]>,
): readonly string[] {
  return [...rolesInSlots].flatMap(([arn, slots]) =>
    slots.some(slot => slot === 'task' || slot === 'daemon-task') ? [arn] : [],
  );
}

function reaches(
  { home, denials }: RoleGrants,
  grant: Grant,
  roleArn: string,
): boolean {
  const role = ResourcePattern.of(roleArn, home);
  return (
    takesIn(grant, role) &&
    !denials.some(
      denial =>
        holds(denial.known, assumeRole()) &&
        subtracts(denial) &&
        takesIn(denial, role),
    )
  );
}

function takesIn({ resources, patterns }: Reach, role: ResourcePattern) {
  const isNamed = patterns.some(pattern => pattern.covers(role));
  return resources.kind === 'only' ? isNamed : !isNamed;
}
