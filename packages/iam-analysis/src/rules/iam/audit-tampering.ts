import { tamperingActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Actions that stop, delete or alter what records and finds an attack, on every resource. */
export const auditTampering = defineRule({
  id: 'iam.audit-tampering',
  title: 'Role can blind the monitoring of the account',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Trails, recorders, detectors and logs are how an attack is noticed, and later understood. Who gets into the container switches them off first. An application has no reason to touch them.',
    fix: 'Leave the actions out. For log groups of its own, name them in `Resource`. A service control policy that denies these actions to all but the security team protects every role of the organization at once.',
    leaveIt:
      'The task belongs to the security team and sets these services up, and trails of another account record what it does.',
    links: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html',
    ],
  },
  messages: {
    tampers: (d: { actions: readonly string[] }) =>
      `The role can stop, delete or alter what shows an attack, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'tampers',
      actions: tamperingActions(),
      severity: 'high',
    });
  },
});
