import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';

/** Inline policies: about how the role is built, so also of an administrator. */
export const inlinePolicy = defineRule({
  id: 'iam.inline-policy',
  title: 'Role has inline policies',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['policies'],
  docs: {
    why: 'An inline policy lives and dies with its role: it has no versions to go back to, no ARN, and nobody finds it among the policies of the account.',
    fix: 'Move it into a customer managed policy and attach that one to the role.',
    leaveIt:
      'The role and its policy are made together from code, as the CDK and Terraform do: the history is there, and the policy is meant for this role alone.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-no-inline-policy-check.html',
    ],
  },
  messages: {
    inline: (d: { policies: readonly string[] }) =>
      d.policies.length === 1
        ? `The inline policy ${quoted(
            d.policies,
          )} is a part of the role itself.`
        : `${
            d.policies.length
          } inline policies are a part of the role itself: ${quoted(
            d.policies,
          )}.`,
  },
  *check({ policies }) {
    const inline = policies.filter(({ id }) => id.startsWith('inline:'));
    const [first] = inline;
    if (first) {
      yield {
        message: 'inline',
        data: { policies: inline.map(({ name }) => name) },
        at: `${first.id}#`,
      };
    }
  },
});
