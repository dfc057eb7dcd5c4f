import type { Severity } from '../../analysis/finding';
import { intersect, subtract, type ActionSet } from '../../catalogue/actionSet';
import { actionNames } from '../../catalogue/catalogue';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import { holdingsOf, type Holding } from '../../grants/holdings';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { isAdministrator } from './administrator';

type Data = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
}>;

/** Becoming many other roles: what they hold, this one holds. */
export const assumeRoleWildcard = defineRule({
  id: 'iam.assume-role-wildcard',
  title: 'Role can become many other roles',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Every role whose trust policy admits this account can then be assumed from the container, so the role is worth as much as the strongest of them, in this account and in others.',
    fix: 'Name the roles that the application assumes in `Resource`.',
    leaveIt:
      'The task has to become a role in every account, such as an inventory or a deployment; then the roles share a name that the ARN can name: `arn:aws:iam::*:role/inventory`.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_examples.html',
    ],
  },
  messages: {
    everyRole: (d: Data) =>
      `The role can become any role that trusts this account, by ${quoted(
        d.actions,
      )} on ${quoted(d.resources)}.`,
    manyRoles: (d: Data) =>
      `The role can become every role that matches ${quoted(
        d.resources,
      )} and trusts this account.`,
    otherWays: (d: Data) =>
      `${quoted(d.actions)} on ${quoted(
        d.resources,
      )} goes beyond the roles that the application needs.`,
  },
  *check({ grants: role }, { slot }) {
    if (isAdministrator(role)) {
      return;
    }
    for (const holding of holdingsOf(role, assuming(), expectedIn(slot))) {
      const { grant, scope, mitigatedBy, weakened } = holding;
      if (scope === 'all' || scope === 'wide') {
        for (const [message, severity, actions] of told(holding)) {
          yield {
            message,
            data: {
              actions: actionNames(actions),
              resources: grant.resources.patterns,
            },
            at: grant.at,
            severity: weakened ? lower(severity) : severity,
            ...(mitigatedBy ? { mitigatedBy } : {}),
          };
        }
      }
    }
  },
});

const assumeRole = lazily(() => actionsNamed(['sts:AssumeRole']));

const assuming = lazily(() =>
  actionsNamed([
    'sts:AssumeRole',
    'sts:AssumeRoleWithSAML',
    'sts:AssumeRoleWithWebIdentity',
    'sts:TagSession',
  ]),
);

// The others do nothing without `sts:AssumeRole`, or are for callers that have no role yet.
function told({
  actions,
  scope,
}: Holding): (readonly [
  'everyRole' | 'manyRoles' | 'otherWays',
  Severity,
  ActionSet,
])[] {
  const main = intersect(actions, assumeRole());
  const rest = subtract(actions, assumeRole());
  return [
    ...(main.length > 0
      ? [
          scope === 'all'
            ? (['everyRole', 'high', main] as const)
            : (['manyRoles', 'medium', main] as const),
        ]
      : []),
    ...(rest.length > 0 ? [['otherWays', 'info', rest] as const] : []),
  ];
}
