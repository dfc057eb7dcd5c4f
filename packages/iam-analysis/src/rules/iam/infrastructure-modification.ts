import { deletingActions, modifyingActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/**
 * Actions that write or tag, on every resource of their type. Those that open, read or destroy data, or yield
 * credentials, have rules of their own; one that AWS cannot bind to a resource is none of the role's fault.
 */
export const infrastructureModification = defineRule({
  id: 'iam.infrastructure-modification',
  title: 'Role can change resources of other applications',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The application needs its own queue, table or function. With every resource in reach, a fault or an intruder in the container changes or deletes those of everybody else in the account too.',
    fix: "Name the application's resources in `Resource`: these actions can all be bound to ARNs. Where names are made at run time, a prefix (`table/orders-*`) or a condition on `aws:ResourceTag` does it.",
    leaveIt:
      'The task works on resources that it does not know beforehand, such as a clean-up job, and the account holds nothing that it must not touch.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },
  messages: {
    changes: (d: { actions: readonly string[] }) =>
      `The role can change resources of other applications too, with ${quoted(
        d.actions,
      )}.`,
    deletes: (d: { actions: readonly string[] }) =>
      `The role can delete resources of other applications too, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'changes',
      actions: modifyingActions(),
      severity: 'low',
      apart: {
        message: 'deletes',
        actions: deletingActions(),
        severity: 'medium',
      },
    });
  },
});
