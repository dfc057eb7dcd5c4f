import { holds } from '../../catalogue/actionSet';
import { findAction } from '../../catalogue/catalogue';
import { conditionStrength } from '../../grants/conditionStrength';
import type { Grant } from '../../grants/grant';
import { isAboutPassedService } from '../../grants/passesTo';
import type { Scope } from '../../grants/ResourcePattern';
import { standingOf, type Standing } from '../../grants/standingOf';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { lazily } from '../../catalogue/lazily';

type Data = Readonly<{
  resources: readonly string[];
  /** `NotResource`: the resources are what is left out. */
  allBut: boolean;
}>;

/**
 * Passing many roles to any service. Alone it gains nothing: `iam.privesc` says with which other action it does, so this
 * is never more than medium.
 */
export const passroleWildcard = defineRule({
  id: 'iam.passrole-wildcard',
  title: 'Role can pass any role to any service',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'A service that is given a role acts with its permissions. Whoever may pass any role can choose the strongest one, and needs one more permission, to start something with it, to use what it holds.',
    fix: 'Name the roles in `Resource`, and the service in a condition: `"StringEquals": { "iam:PassedToService": "ecs-tasks.amazonaws.com" }`.',
    leaveIt:
      'The task deploys what others define, and a permissions boundary or a service control policy says which roles it may pass.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
  },
  messages: {
    everyRole: (d: Data) =>
      `Every role of the account can be passed to any service${reach(d)}.`,
    manyRoles: (d: Data) =>
      `Every role that matches ${quoted(
        d.resources,
      )} can be passed to any service.`,
  },
  *check({ grants: role }, { slot }) {
    const action = passRole();
    const isExpected = expectedIn(slot);
    for (const grant of role.grants) {
      if (!holds(grant.known, action) || bindsService(grant, action)) {
        continue;
      }
      const standing = standingOf(role, grant, action);
      if (isMany(standing.scope)) {
        const mitigatedBy = isExpected(action, grant)
          ? 'baseline'
          : mitigationOf(standing);
        yield {
          message: standing.scope === 'all' ? 'everyRole' : 'manyRoles',
          data: {
            resources: grant.resources.patterns,
            allBut: grant.resources.kind === 'all-but',
          },
          at: grant.at,
          ...(standing.weakened ? { severity: lower('medium') } : {}),
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});

const passRole = lazily(() => findAction('iam:PassRole') ?? -1);

function isMany(scope: Scope): boolean {
  return scope === 'all' || scope === 'wide';
}

// A boundary that leaves named roles only is a bound.
function mitigationOf({ mitigatedBy, passes }: Standing) {
  return mitigatedBy ?? (isMany(passes) ? null : ('boundary' as const));
}

// A condition that every request meets, such as `StringLike: *`, binds nothing.
function bindsService({ conditions }: Grant, action: number): boolean {
  const about = conditions.filter(isAboutPassedService);
  return conditionStrength(about, action) === 'scoping';
}

function reach({ resources, allBut }: Data): string {
  return allBut ? `, but for ${quoted(resources)}` : '';
}
