import { readingActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/**
 * Actions that read or list, on every resource of their type. What customers store is the subject of
 * `iam.data-exfiltration`.
 */
export const resourceWildcardRead = defineRule({
  id: 'iam.resource-wildcard-read',
  title: 'Role can look at resources of other applications',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Names, settings and policies of every resource are a map of the account for whoever gets into the container. These actions can be bound to resources, so the application need not see those of others.',
    fix: "Name the application's resources in `Resource`. Keep `*` for the actions that take no resource, such as `ec2:DescribeInstances`, in a statement of their own.",
    leaveIt:
      'The task watches or inventories the account, such as a metrics exporter, and what it sees is no secret inside the company.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },
  messages: {
    reads: (d: { actions: readonly string[] }) =>
      `The role can look at resources of other applications too, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'reads',
      actions: readingActions(),
      severity: 'info',
    });
  },
});
