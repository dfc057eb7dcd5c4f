import { comparableActions } from '../../grants/clauses';
import type { Grant } from '../../grants/grant';
import type { Clause } from '../../policy/types';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { administrationsOf, type Administration } from './administrator';

/**
 * Administrator: every action on everything, or what comes to the same, all of IAM on every role of the account.
 * `iam:*` is also reported as `iam.service-wildcard`, which is about the way it is written.
 * Single exceptions (`NotAction: iam:CreateUser`, a Deny of one action) leave it an administrator; without IAM
 * (`NotAction: iam:*`, a Deny of `iam:*`) it is none.
 */
export const adminAccess = defineRule({
  id: 'iam.admin-access',
  title: 'Role is an administrator of the account',
  severity: 'critical',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Whoever gets into the container gets the account: every bucket, every secret, every other service. A role that may change IAM can give itself all the rest, so all of IAM on every role weighs the same.',
    fix: 'Replace the wildcard by the actions that the application calls, each on the ARNs of its own resources. IAM shows under "Last accessed" which services the role has used.',
    leaveIt:
      'The task builds whole accounts (a deployment runner, an account factory), nobody else can start or enter it, and a permissions boundary or a service control policy says what it may never do.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    ],
  },
  messages: {
    everything: (d: {
      actions: readonly string[];
      resources: readonly string[];
    }) =>
      `${quoted(d.actions)} on ${quoted(
        d.resources,
      )} allows every action on every resource.`,
    everywhereBut: (d: {
      actions: readonly string[];
      except: readonly string[];
    }) =>
      `${quoted(d.actions)} allows every action on every resource but ${quoted(
        d.except,
      )}.`,
    everythingBut: (d: { except: readonly string[] }) =>
      `\`NotAction\` allows every action but ${quoted(
        d.except,
      )}. That leaves IAM in, so the role can give itself the rest.`,
    allOfIam: (d: {
      actions: readonly string[];
      resources: readonly string[];
    }) =>
      `${quoted(d.actions)} on ${quoted(
        d.resources,
      )} allows everything in IAM on every role of the account, so the role can make itself an administrator.`,
    together: (d: { statements: readonly string[] }) =>
      `${d.statements.length} statements together allow everything in IAM on every role of the account, so the role can make itself an administrator.`,
  },
  *check({ grants: role }) {
    for (const administration of administrationsOf(role)) {
      const { grants, mitigatedBy, weakened } = administration;
      yield {
        ...describe(administration),
        at: grants[0].at,
        ...(weakened ? { severity: lower('critical') } : {}),
        ...(mitigatedBy ? { mitigatedBy } : {}),
      };
    }
  },
});

function describe({ grants }: Administration) {
  return grants.length === 1
    ? describeOne(grants[0])
    : ({
        message: 'together',
        data: { statements: grants.map(({ at }) => at) },
      } as const);
}

function describeOne({ actions, resources, patterns }: Grant) {
  const everything = patterns.some(each => each.isEverything);
  if (actions.kind === 'all-but') {
    return {
      message: 'everythingBut',
      data: { except: actions.patterns },
    } as const;
  }
  if (!comparableActions(actions).patterns.includes('*')) {
    return { message: 'allOfIam', data: reachOf(actions, resources) } as const;
  }
  if (resources.kind === 'all-but') {
    return {
      message: 'everywhereBut',
      data: { actions: actions.patterns, except: resources.patterns },
    } as const;
  }
  return {
    message: everything ? 'everything' : 'allOfIam',
    data: reachOf(actions, resources),
  } as const;
}

function reachOf(actions: Clause, resources: Clause) {
  const prefix = resources.kind === 'all-but' ? 'all but ' : '';
  return {
    actions: actions.patterns,
    resources: resources.patterns.map(pattern => `${prefix}${pattern}`),
  };
}
