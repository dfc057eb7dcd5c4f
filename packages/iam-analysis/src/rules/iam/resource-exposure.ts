import { exposureActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Actions that change who may reach a resource, on every resource of their type. */
export const resourceExposure = defineRule({
  id: 'iam.resource-exposure',
  title: 'Role can change who may reach any resource',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'These actions decide who may reach a bucket, a key, a queue or a function. On every resource they let whoever gets into the container open each of them to another account, or to the world.',
    fix: 'Name the resources whose permissions the application manages in `Resource`. Most applications manage none: leave the actions out.',
    leaveIt:
      'The task sets up resources for others, such as a deployment runner, and a boundary or a service control policy says to whom it may open them.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    ],
  },
  messages: {
    held: (d: { actions: readonly string[] }) =>
      `The role can change who may do what with any resource, strangers included, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'held',
      actions: exposureActions(),
      severity: 'high',
    });
  },
});
