import { includesAll, intersect, uniteAll } from '../../catalogue/actionSet';
import { actionsOfService } from '../../catalogue/catalogue';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import type { RoleGrants } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Decryption with every key of the account. `kms:ViaService` bounds it, as every condition that binds it does. */
export const kmsBroadDecrypt = defineRule({
  id: 'iam.kms-broad-decrypt',
  title: 'Role can decrypt with every KMS key',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'A key of its own is the last wall around the data of an application: who copies a snapshot or an object cannot read it. With every key in reach that wall is gone, wherever the policies of the keys leave access to IAM, as they do unless somebody changed them.',
    fix: 'Name the ARNs of the keys in `Resource` (of keys, not aliases). Where another service decrypts for the task, such as S3 or Secrets Manager, bind the statement to it with `kms:ViaService`. For keys that AWS manages no permission is needed.',
    leaveIt:
      'The task works on encrypted data of the whole account, such as a backup, and the policies of the most sensitive keys do not admit it.',
    links: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html',
    ],
  },
  messages: {
    decrypts: (d: { actions: readonly string[] }) =>
      `The role can decrypt whatever any key of the account protects, with ${quoted(
        d.actions,
      )}.`,
    everything: (d: { actions: readonly string[] }) =>
      `The role can do everything with every key of the account: it decrypts what they protect with ${quoted(
        d.actions,
      )}, and can change and delete them too.`,
  },
  *check({ grants }, { slot }) {
    const whole = holdsAllOfKms(grants);
    yield* categoryReports(grants, slot, {
      message: whole ? 'everything' : 'decrypts',
      actions: decryptingActions(),
      severity: whole ? 'high' : 'medium',
    });
  },
});

const allOfKms = lazily(() => actionsOfService('kms'));

const decryptingActions = lazily(() =>
  actionsNamed(['kms:Decrypt', 'kms:ReEncryptFrom']),
);

function holdsAllOfKms({ grants }: RoleGrants): boolean {
  const held = grants
    .map(({ known }) => intersect(known, allOfKms()))
    .filter(actions => actions.length > 0);
  return includesAll(uniteAll(held), allOfKms());
}
