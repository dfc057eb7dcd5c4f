import { actionsIn, NO_ACTIONS } from '../../catalogue/actionSet';
import { actionName } from '../../catalogue/catalogue';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { identityWriteOf } from './identityWrite';

/** The actions with which the role may change IAM. */
type Data = Readonly<{ actions: readonly string[] }>;

/** A role without a permissions boundary. */
export const boundaryMissing = defineRule({
  id: 'iam.boundary-missing',
  title: 'Role has no permissions boundary',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['boundary'],
  wants: ['grants'],
  docs: {
    why: 'A boundary is the limit that no policy of the role can exceed, whoever attaches one later. A role that may change IAM can widen its own policies; without a boundary nothing but those policies holds it back.',
    fix: 'Attach a policy as the boundary of the role that allows what applications of its kind may ever do. Give whoever creates roles a condition on `iam:PermissionsBoundary`, so that new ones have it too.',
    leaveIt:
      'Service control policies limit the account in the same way, or only few people can change the policies of the role.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    missing: (_: Data) =>
      'Nothing limits what later policies can add to the role: it has no permissions boundary.',
    identityWrite: (d: Data) =>
      `The role may change IAM with ${quoted(
        d.actions,
      )}, and nothing limits what it can add to itself: it has no permissions boundary.`,
  },
  *check({ boundary, grants }) {
    if (boundary !== null) {
      return;
    }
    const actions = grants.known ? identityWriteOf(grants.value) : NO_ACTIONS;
    if (actions.length > 0) {
      yield {
        message: 'identityWrite',
        data: { actions: [...actionsIn(actions)].map(actionName) },
        at: '',
        severity: 'low',
      };
    } else {
      yield { message: 'missing', data: { actions: [] }, at: '' };
    }
  },
});
