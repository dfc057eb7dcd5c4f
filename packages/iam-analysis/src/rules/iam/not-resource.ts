import { conditionStrength } from '../../grants/conditionStrength';
import { mitigationOf } from '../../grants/mitigationOf';
import { reachableActions } from '../../grants/reachableActions';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import {
  expansionOf,
  expansionText,
  writtenPatterns,
  type Expansion,
} from './expansion';

/**
 * An Allow with `NotResource`, and what it comes to: only actions that still reach something. About the way it is
 * written, so also of an administrator.
 */
export const notResource = defineRule({
  id: 'iam.not-resource',
  title:
    'Statement allows its actions on every resource but those that it lists',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The list names what the application must not touch; it may touch everything else in the account, also in services that nobody thought of, and whatever is created later. An ARN with a mistake in it protects nothing, and nobody notices.',
    fix: 'Turn it round: name in `Resource` the ARNs that the application works with. To keep a few resources safe from a wide Allow, write a Deny on them.',
    leaveIt:
      'The actions are ones that take any resource by intent, such as a backup of all tables but one, and another statement denies what is left out.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    everywhereBut: (
      d: {
        actions: readonly string[];
        except: readonly string[];
      } & Expansion,
    ) =>
      `Every resource of the account but ${quoted(
        d.except,
      )} is open to ${quoted(d.actions)}: ${expansionText(d)}.`,
  },
  *check({ grants: role }) {
    for (const grant of role.grants) {
      const actions =
        grant.resources.kind === 'all-but' ? reachableActions(grant) : [];
      if (actions.length > 0) {
        const mitigatedBy = mitigationOf(role, grant, actions);
        yield {
          message: 'everywhereBut',
          data: {
            actions: writtenPatterns(grant.actions),
            except: grant.resources.patterns,
            ...expansionOf(actions),
          },
          at: grant.at,
          ...(conditionStrength(grant.conditions) === 'weak'
            ? { severity: lower('high') }
            : {}),
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});
