import type { Condition, Principal } from '../../policy/types';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { concerned } from './openings';
import { accountPrincipal, isAnyone } from './principals';
import { readTrust } from './readTrust';
import { bindingOn } from './trustConditions';

/** The role may assume itself. */
export const selfAssume = defineRule({
  id: 'trust.self-assume',
  title: 'Role can assume itself',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'A role that assumes itself gets nothing that it does not have, but for time: whoever took its credentials from a container can renew them for ever, one session after the other, long after the task is gone.',
    fix: 'Take the role out of its own trust policy. Code that assumes a role by its ARN can use the credentials of the task as they are.',
    leaveIt:
      'The application narrows its own permissions with a session policy, or sets session tags, and for that assumes its own role.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    ],
  },
  messages: {
    self: (d: { principal: string }) =>
      `The trust policy lets the role assume itself: it names \`${d.principal}\`.`,
  },
  *check({ trust }, { role }) {
    const { openings, accountId, doubts } = readTrust(trust, role);
    yield* doubts;
    if (role === null) {
      return;
    }
    for (const opening of openings) {
      const named = concerned(opening, principal => isRole(principal, role));
      const whole = concerned(opening, principal =>
        takesInAccount(principal, accountId),
      );
      const self =
        named ??
        (namesInCondition(opening.conditions, role.arn) ? whole : null);
      if (self && opening.actions.includes('sts:AssumeRole')) {
        yield {
          message: 'self',
          data: { principal: named ? named.principals[0].value : role.arn },
          at: opening.at,
          ...(self.mitigatedBy ? { mitigatedBy: self.mitigatedBy } : {}),
        };
      }
    }
  },
});

function isRole(
  { type, value }: Principal,
  {
    arn,
    accountId,
    name,
  }: Readonly<{ arn: string; accountId: string; name: string }>,
): boolean {
  // A session of the role is named without its path.
  const session = `:sts::${accountId}:assumed-role/${name}/`;
  return type === 'AWS' && (value === arn || value.includes(session));
}

function takesInAccount(principal: Principal, accountId: string): boolean {
  const account = accountPrincipal(principal);
  return (
    isAnyone(principal) ||
    (account?.isWhole === true && account.accountId === accountId)
  );
}

// The form that survives when the role is deleted and made again: the account, and the role in a condition.
function namesInCondition(
  conditions: readonly Condition[],
  arn: string,
): boolean {
  return bindingOn(conditions, /^aws:principalarn$/).some(({ values }) =>
    values.includes(arn),
  );
}
