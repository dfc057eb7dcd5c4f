import type { Severity } from '../../analysis/finding';
import {
  actionsIn,
  intersect,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionName } from '../../catalogue/catalogue';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation } from '../../grants/holdings';
import { mitigationOf } from '../../grants/mitigationOf';
import { standingOf, type Standing } from '../../grants/standingOf';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { isAdministrator } from './administrator';
import { atMost } from './atMost';
import { writtenPatterns } from './expansion';

/**
 * Actions that AWS documents together with a condition key, without that key. An operator that holds nothing back is
 * `iam.weak-condition`. Of an administrator nothing is said: `iam.admin-access` covers it.
 */
export const missingCondition = defineRule({
  id: 'iam.missing-condition',
  title: 'Action is allowed without the condition that belongs to it',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The resource of these actions says only half: which role is handed on, not to which service; which key, not for whom. The condition key says the other half, and without it the role may do more than it needs.',
    fix: 'Add the key that the message names to the statement, with the value that the application uses, such as `"iam:PassedToService": "ecs-tasks.amazonaws.com"`. Where other actions share the statement, give these a statement of their own.',
    leaveIt:
      'The resources are exact and what they can be used for is settled there, such as a role that only one service may assume.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_service-with-iam.html',
    ],
  },
  messages: {
    passRole: (d: Described) =>
      `${quoted(d.resources)} can be passed to any service: ${unbound(d)}.`,
    kmsGrant: (d: Described) =>
      `The role may give the use of a key to anybody, not only to AWS services that act for it: ${unbound(
        d,
      )}.`,
    serviceLinkedRole: (d: Described) =>
      `The role may create the service-linked role of any service: ${unbound(
        d,
      )}.`,
    cluster: (d: Described) =>
      `The role may start the task on any cluster of the account: ${unbound(
        d,
      )}, and its resource is the task definition only.`,
  },
  *check({ grants: role }, { slot }) {
    if (isAdministrator(role)) {
      return;
    }
    if (
      !role.grants.some(({ known }) => intersect(known, paired()).length > 0)
    ) {
      return;
    }
    for (const pair of pairs()) {
      yield* atMost(MOST_STATEMENTS, reportsOn(role, pair, expectedIn(slot)));
    }
  },
});

const MOST_STATEMENTS = 50;

type Described = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
  keys: readonly string[];
}>;

function unbound({ actions, keys }: Described): string {
  return `no condition on ${quoted(keys)} bounds ${quoted(actions)}`;
}

/** Actions, and the condition key that belongs to them. */
type Pair = Readonly<{
  message: 'passRole' | 'kmsGrant' | 'serviceLinkedRole' | 'cluster';
  actions: ActionSet;
  key: string;
}>;

const pairs = lazily((): readonly Pair[] => [
  {
    message: 'passRole',
    actions: actionsNamed(['iam:PassRole']),
    key: 'iam:PassedToService',
  },
  {
    message: 'kmsGrant',
    // To retire a grant gives nothing to anybody: that action has no such key.
    actions: actionsNamed(['kms:CreateGrant', 'kms:RevokeGrant']),
    key: 'kms:GrantIsForAWSResource',
  },
  {
    message: 'serviceLinkedRole',
    actions: actionsNamed(['iam:CreateServiceLinkedRole']),
    key: 'iam:AWSServiceName',
  },
  {
    message: 'cluster',
    actions: actionsNamed(['ecs:RunTask']),
    key: 'ecs:cluster',
  },
]);

// Most roles hold none of them.
const paired = lazily(() => uniteAll(pairs().map(({ actions }) => actions)));

function lacksKey(grant: Grant, { message, key }: Pair): boolean {
  const hasKey = grant.conditions.some(
    each => each.key.toLowerCase() === key.toLowerCase(),
  );
  return (
    !hasKey && !(message === 'serviceLinkedRole' && namesItsServices(grant))
  );
}

// The path of a service-linked role is the name of its service.
function namesItsServices({ resources, patterns }: Grant): boolean {
  return (
    resources.kind === 'only' &&
    patterns.every(({ text }) =>
      /:role\/aws-service-role\/[^*?$/]+\//.test(text),
    )
  );
}

function* reportsOn(role: RoleGrants, pair: Pair, isExpected: Expectation) {
  for (const grant of role.grants) {
    const actions = intersect(grant.known, pair.actions);
    const report =
      actions.length > 0 && lacksKey(grant, pair)
        ? reportOf(role, grant, pair, actions, isExpected)
        : null;
    if (report !== null) {
      yield report;
    }
  }
}

function reportOf(
  role: RoleGrants,
  grant: Grant,
  { message, key }: Pair,
  actions: ActionSet,
  isExpected: Expectation,
) {
  const standing = standingOf(role, grant, actions[0]);
  if (standing.scope === 'none') {
    return null;
  }
  const mitigatedBy = mitigationOf(role, grant, actions, isExpected);
  const severity = severityOf(message, grant, standing);
  return {
    message,
    data: {
      actions: [...actionsIn(actions)].map(actionName),
      resources: writtenPatterns(grant.resources),
      keys: [key],
    },
    at: grant.at,
    severity: standing.weakened ? lower(severity) : severity,
    ...(mitigatedBy ? { mitigatedBy } : {}),
  };
}

function severityOf(
  message: Pair['message'],
  { patterns }: Grant,
  { scope }: Standing,
): Severity {
  switch (message) {
    case 'cluster':
      return 'info';
    case 'passRole':
      return scope === 'exact' && patterns.length === 1 ? 'info' : 'low';
    case 'kmsGrant':
    case 'serviceLinkedRole':
      return 'low';
    default:
      return message satisfies never;
  }
}
