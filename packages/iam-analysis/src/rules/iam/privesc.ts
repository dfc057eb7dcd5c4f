import { defineRule, type RuleContext } from '../defineRule';
import type { OtherRole } from '../evidence';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { listed, quoted } from '../words';
import { isAdministrator } from './administrator';
import {
  heldEscalations,
  type HeldEscalation,
} from './privesc/judgeEscalations';

type Data = Readonly<{
  /** The set. */
  actions: readonly string[];
  /** Whom a role would be passed to. */
  services: readonly string[];
  /** Every statement that has a part in it. */
  statements: readonly string[];
  /** ARN of a known administrator that can be taken over. */
  administrator: string | null;
}>;

/**
 * Sets of actions by which a role gains more than it was given. They are judged over all policies of the role together:
 * half of a set may stand in another policy. An administrator has nothing left to gain.
 */
export const privesc = defineRule({
  id: 'iam.privesc',
  title: 'Role can give itself more permissions',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  wants: ['otherRoles', 'ec2Hosts'],
  docs: {
    why: 'Each of these actions looks harmless enough alone. Together they let whoever gets into the container act with permissions that nobody gave it: those of a role that it hands to a service, of something else that runs, or any at all.',
    fix: 'Break the set: leave out the action that the application needs least. For `iam:PassRole`, name the roles in `Resource` and the service in a condition on `iam:PassedToService`; for the others, name the resources.',
    leaveIt:
      'The task deploys other services, the roles that it may pass are no stronger than its own, or a permissions boundary confines whatever it creates.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    identityWrite: (d: Data) =>
      `The role can rewrite who may do what in the account, and so give itself any permission, with ${quoted(
        d.actions,
      )}.`,
    newPassrole: (d: Data) =>
      `The role can hand another role to ${whom(
        d.services,
      )} and then act with it, by ${quoted(d.actions)}${strongest(d)}.`,
    existingTarget: (d: Data) =>
      `The role can take over something that runs with another role, by ${quoted(
        d.actions,
      )}${strongest(d)}.`,
    ecsHostEscape: (d: Data) =>
      `The role can start a container that breaks out to its EC2 host, and so reach the roles of all tasks there, by ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants, otherRoles, ec2Hosts }, context) {
    if (isAdministrator(grants)) {
      return;
    }
    const others = () =>
      otherRoles.known ? othersOf(otherRoles.value, context) : [];
    const isExpected = expectedIn(context.slot);
    for (const held of heldEscalations(grants, others, isExpected)) {
      const needsHosts = held.escalation.kind === 'ecs-host-escape';
      if (needsHosts && !ec2Hosts.known) {
        yield { undecided: ec2Hosts };
      } else if (!needsHosts || (ec2Hosts.known && ec2Hosts.value)) {
        yield {
          message: MESSAGES[held.escalation.kind],
          data: dataOf(held),
          at: held.places[0],
          severity: held.severity,
          ...(held.mitigatedBy ? { mitigatedBy: held.mitigatedBy } : {}),
        };
      }
    }
  },
});

// Of the same account: roles of another one are not passed, and their tasks not entered. To reach itself gains nothing.
function othersOf(
  roles: readonly OtherRole[],
  context: RuleContext,
): readonly OtherRole[] {
  // Without others it is all the same which role this is, and the verdict holds for every role with these policies.
  return roles.length === 0
    ? roles
    : roles.filter(
        ({ arn }) =>
          arn !== context.role?.arn &&
          arn.split(':')[4] === context.role?.accountId,
      );
}

const MESSAGES = {
  'identity-write': 'identityWrite',
  'new-passrole': 'newPassrole',
  'existing-target': 'existingTarget',
  'ecs-host-escape': 'ecsHostEscape',
} as const;

function dataOf({ escalation, places, administrator }: HeldEscalation): Data {
  return {
    actions: escalation.actions,
    services: escalation.passedTo,
    statements: places,
    administrator: administrator?.arn ?? null,
  };
}

function whom(services: readonly string[]): string {
  return services.length === 0
    ? 'a service'
    : listed(services.map(service => `\`${service}\``));
}

function strongest({ administrator }: Data): string {
  return administrator === null
    ? ''
    : `; \`${administrator}\`, an administrator, is within reach`;
}
