import { destroyingActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Actions after which stored data is gone, on every resource of their type. */
export const dataDestruction = defineRule({
  id: 'iam.data-destruction',
  title: 'Role can destroy data of other applications',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Buckets, tables, databases, backups and keys that are deleted do not come back, and whoever blackmails a company begins with its backups. One fault in a clean-up loop does the same by accident.',
    fix: 'Name the resources that the application may delete in `Resource`, and protect the rest: a Deny of these actions for whatever carries the tag of another owner, deletion protection, versioned buckets, locked backup vaults.',
    leaveIt:
      'The task removes expired data wherever it is, and backups lie where it has no permission, such as in another account.',
    links: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    ],
  },
  messages: {
    destroys: (d: { actions: readonly string[] }) =>
      `The role can destroy what other applications store too, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'destroys',
      actions: destroyingActions(),
      severity: 'medium',
    });
  },
});
