import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { concerned } from './openings';
import { accountPrincipal } from './principals';
import { readTrust } from './readTrust';
import { trustStrength } from './trustConditions';

/** The own account as a whole, as `:root` or by its number alone. */
export const accountRoot = defineRule({
  id: 'trust.account-root',
  title: 'The whole account can assume the role',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'The root of an account is not its root user: it stands for the account, and leaves to the policies of everyone in it who may assume the role. Each user and role with `sts:AssumeRole` on `*` then holds all permissions of this one too.',
    fix: 'Name the roles that are to assume it, by their ARNs, or drop the statement: ECS does not need it. Where names change, keep the account and add a condition on `aws:PrincipalArn`.',
    leaveIt:
      'Few people can write policies in the account, and none of its roles may assume every other.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    ],
  },
  messages: {
    whole: (d: { principals: readonly string[]; accountId: string }) =>
      `${quoted(d.principals)} lets in everyone of account ${
        d.accountId
      } who may call \`sts:AssumeRole\` on this role.`,
  },
  *check({ trust }, { role }) {
    const { openings, accountId, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const root = concerned(opening, principal => {
        const account = accountPrincipal(principal);
        return account?.isWhole === true && account.accountId === accountId;
      });
      if (root && opening.actions.includes('sts:AssumeRole')) {
        const strength = trustStrength(opening.conditions, accountId);
        yield {
          message: 'whole',
          data: {
            principals: root.principals.map(({ value }) => value),
            accountId,
          },
          at: opening.at,
          ...(strength === 'weak' ? { severity: lower('low') } : {}),
          ...(strength === 'scoping' ? { mitigatedBy: 'condition' } : {}),
          ...(root.mitigatedBy ? { mitigatedBy: root.mitigatedBy } : {}),
        };
      }
    }
  },
});
