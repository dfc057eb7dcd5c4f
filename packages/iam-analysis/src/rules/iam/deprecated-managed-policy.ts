import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { isAwsManaged } from './awsManaged';
import { deprecatedPolicies } from './deprecatedPolicies';

/** AWS managed policies that AWS has withdrawn or replaced. */
export const deprecatedManagedPolicy = defineRule({
  id: 'iam.deprecated-managed-policy',
  title: 'Role has an AWS managed policy that AWS has replaced',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['policies'],
  docs: {
    why: 'AWS replaces a policy when it grants too much to be changed in place, and no longer mends the old one. It stays with the roles that have it, but once it is detached, nobody can attach it again: a redeployment can fail on that.',
    fix: 'Attach what the message names, see that the application still works, and detach the old policy. A service-linked role needs no policy: the service makes it and uses it by itself.',
    leaveIt:
      'The role goes away together with its application soon. Nothing breaks for those that have the policy.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-deprecated.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol-deprecated-policies.html',
    ],
  },
  messages: {
    policy: (d: Deprecated) =>
      `AWS has replaced the managed policy \`${d.policies[0]}\` by \`${d.successor}\`.`,
    serviceLinkedRole: (d: Deprecated) =>
      `AWS has replaced the managed policy \`${d.policies[0]}\` by the service-linked role \`${d.successor}\`.`,
  },
  *check({ policies }) {
    for (const { id, arn } of policies) {
      const name = arn?.slice(arn.lastIndexOf('/') + 1) ?? '';
      const deprecated = deprecatedPolicies.get(name);
      if (deprecated && isAwsManaged(arn)) {
        const { successor, severity } = deprecated;
        yield {
          message: successor.startsWith('AWSServiceRoleFor')
            ? 'serviceLinkedRole'
            : 'policy',
          data: { policies: [name], successor },
          at: `${id}#`,
          severity,
        };
      }
    }
  },
});

type Deprecated = Readonly<{ policies: readonly string[]; successor: string }>;
