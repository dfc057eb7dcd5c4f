import { organizationActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/**
 * Actions that write the organization, its accounts, and who signs in to them: on whatever they reach, for one account
 * or one policy of an organization is more than one application.
 */
export const orgControl = defineRule({
  id: 'iam.org-control',
  title: 'Role can change the organization',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Accounts, service control policies and permission sets stand above every role of the account. Who changes them takes the rails off all accounts, closes one of them, or signs in to another.',
    fix: 'Leave the actions out: an application has no use for them. To read the names of accounts, `organizations:ListAccounts` and `organizations:DescribeAccount` are enough.',
    leaveIt:
      'The task is the account factory of the organization, and runs in its management or a delegated account where nobody else can start or enter tasks.',
    links: [
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html',
      'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
    ],
  },
  messages: {
    controls: (d: { actions: readonly string[] }) =>
      `The role can change the organization, its accounts, or who signs in to them, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'controls',
      actions: organizationActions(),
      severity: 'high',
      anywhere: true,
    });
  },
});
