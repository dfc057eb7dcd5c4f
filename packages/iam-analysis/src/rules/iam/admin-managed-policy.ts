import type { Mitigation, Severity } from '../../analysis/finding';
import { baselinePolicies } from '../../ecs/baselinePolicies';
import type { RoleGrants } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { reachableActions } from '../../grants/reachableActions';
import type { Policy } from '../../policy/roleDocuments';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { administrationsOf } from './administrator';
import { isAwsManaged } from './awsManaged';

/**
 * AWS managed policies for people who administer: by ARN, in every partition. A customer policy of the same name is
 * judged by what it grants. About what is attached, so also of an administrator.
 */
export const adminManagedPolicy = defineRule({
  id: 'iam.admin-managed-policy',
  title: 'Role has an AWS managed policy for administrators',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['policies'],
  wants: ['grants'],
  docs: {
    why: 'AWS wrote these policies for people who set up an account or a service. An application calls a few actions of one service, and whoever gets into its container holds all the rest as well. AWS adds to the policies without asking.',
    fix: 'Attach a policy of your own that lists the actions which the application calls, each on its own resources. IAM shows under "Last accessed" which services the role has used.',
    leaveIt:
      'The task administers that service for others, and who may start or enter it is as limited as who may sign in as an administrator.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    account: (d: Attached) =>
      `The role administers the whole account: AWS managed policy \`${d.policies[0]}\` is attached.`,
    jobFunction: (d: Attached) =>
      `The role may do what AWS gives a person with a job in the account: AWS managed policy \`${d.policies[0]}\` is attached.`,
    service: (d: Attached) =>
      `The role administers all of a service: AWS managed policy \`${d.policies[0]}\` is attached.`,
  },
  *check({ policies, grants }, { slot }) {
    const expected = baselinePolicies(slot).map(({ name }) => name);
    for (const policy of policies) {
      const kind = kindOf(policy.arn);
      if (kind !== null && !expected.includes(nameOf(policy.arn ?? ''))) {
        const mitigatedBy = grants.known
          ? mitigationOfPolicy(grants.value, policy)
          : null;
        yield {
          message: kind.message,
          data: { policies: [nameOf(policy.arn ?? '')] },
          at: `${policy.id}#`,
          severity: kind.severity,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});

type Attached = Readonly<{ policies: readonly string[] }>;

type Kind = Readonly<{
  message: 'account' | 'jobFunction' | 'service';
  severity: Severity;
}>;

function kindOf(arn: string | null): Kind | null {
  if (arn === null || !isAwsManaged(arn)) {
    return null;
  }
  const name = nameOf(arn);
  if (name === 'AdministratorAccess') {
    return { message: 'account', severity: 'critical' };
  }
  if (name === 'IAMFullAccess' || name === 'PowerUserAccess') {
    return { message: 'account', severity: 'high' };
  }
  if (arn.includes(':policy/job-function/')) {
    return { message: 'jobFunction', severity: 'high' };
  }
  // Later editions end in V2 or _v2.
  return /FullAccess(Policy)?(_?v\d+)?$/i.test(name)
    ? { message: 'service', severity: 'medium' }
    : null;
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

// Of an administrator, what a single Deny leaves standing is not the point: `iam.admin-access` knows what is.
function mitigationOfPolicy(
  role: RoleGrants,
  { id }: Policy,
): Mitigation | null {
  const isOfPolicy = ({ at }: { at: string }) => at.startsWith(`${id}#`);
  const administrations = administrationsOf(role).filter(({ grants }) =>
    grants.some(isOfPolicy),
  );
  const reasons =
    administrations.length > 0
      ? administrations.map(({ mitigatedBy }) => mitigatedBy)
      : role.grants
          .filter(isOfPolicy)
          .map(grant => mitigationOf(role, grant, reachableActions(grant)));
  return reasons.includes(null) ? null : reasons[0] ?? null;
}
