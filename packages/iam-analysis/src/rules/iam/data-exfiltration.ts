import { dataActions, secretActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Actions that return what customers store, on every resource of their type. */
export const dataExfiltration = defineRule({
  id: 'iam.data-exfiltration',
  title: 'Role can read data of other applications',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Whoever gets into the container can copy what every other application of the account stores. A secret opens further doors: databases, partners, other accounts.',
    fix: "Name the application's own secrets, parameters, buckets and tables in `Resource`. A secret that the container gets as an environment variable is read by the execution role: the task role needs no permission for it.",
    leaveIt:
      'The task serves the data of the whole account, such as a backup or a search over all buckets, and secrets are not part of it.',
    links: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    secrets: (d: { actions: readonly string[] }) =>
      `The role can read the secrets of every application in the account, with ${quoted(
        d.actions,
      )}.`,
    data: (d: { actions: readonly string[] }) =>
      `The role can read what other applications store too, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'data',
      actions: dataActions(),
      severity: 'medium',
      apart: {
        message: 'secrets',
        actions: secretActions(),
        severity: 'high',
      },
    });
  },
});
