import { conditionStrength } from '../../grants/conditionStrength';
import type { Grant } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { reachableActions } from '../../grants/reachableActions';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { expansionOf, expansionText, type Expansion } from './expansion';

/**
 * An Allow with `NotAction`, and what it comes to: only actions that apply to its resources. About the way it is written,
 * so also of an administrator.
 */
export const notAction = defineRule({
  id: 'iam.not-action',
  title: 'Statement allows every action but those that it lists',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The list says what the application must not do, and everything else is allowed: hundreds of services that it never calls, and each action that AWS adds later. Nobody who reads the policy sees what the role may do.',
    fix: 'Turn it round: list in `Action` what the application calls. To take something away from a wide Allow, write a Deny.',
    leaveIt:
      'The role administers the account but for a few services, as the managed policy `PowerUserAccess` does for people, and that is what its task is for.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    allBut: (d: { except: readonly string[] } & Expansion) =>
      `Allows all but ${quoted(d.except)}: ${expansionText(
        d,
      )}, and whatever AWS adds to them.`,
    nothing: (d: { except: readonly string[] }) =>
      `Allows all but ${quoted(
        d.except,
      )}, but no other action takes the resources that it names: it allows nothing.`,
  },
  *check({ grants: role }) {
    for (const grant of role.grants) {
      if (grant.actions.kind === 'all-but') {
        const actions = reachableActions(grant);
        const mitigatedBy =
          actions.length === 0
            ? ('resource' as const)
            : mitigationOf(role, grant, actions);
        yield {
          ...describe(grant),
          at: grant.at,
          ...(conditionStrength(grant.conditions) === 'weak'
            ? { severity: lower('medium') }
            : {}),
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});

function describe(grant: Grant) {
  const except = grant.actions.patterns;
  const actions = reachableActions(grant);
  return actions.length === 0
    ? ({ message: 'nothing', data: { except } } as const)
    : ({
        message: 'allBut',
        data: { except, ...expansionOf(actions) },
      } as const);
}
