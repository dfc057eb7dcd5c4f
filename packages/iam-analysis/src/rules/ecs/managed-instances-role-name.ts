import { known, unknown, type Known } from '../../known';
import { matches } from '../../policy/wildcard';
import { defineRule } from '../defineRule';
import type { WantedEvidence } from '../evidence';
import { quoted } from '../words';

/**
 * To start a host of ECS Managed Instances, the infrastructure role passes the instance role to EC2. The policy of AWS lets
 * it pass roles that are called `ecsInstanceRole...`, and none below a path.
 */
export const managedInstancesRoleName = defineRule({
  id: 'ecs.managed-instances-role-name',
  title: 'Infrastructure role may not pass the instance role',
  severity: 'high',
  about: 'use',
  slots: ['instance'],
  needs: ['compute'],
  wants: ['hosts', 'infrastructurePassRole'],
  docs: {
    why: 'ECS starts the hosts with the infrastructure role, which has to hand them the instance role. Where it may not pass that role, no host starts, and tasks stop with `ResourceInitializationError` about `iam:PassRole`.',
    fix: 'Give the instance role a name that starts with `ecsInstanceRole`, without a path; or allow the infrastructure role `iam:PassRole` on this role, with `iam:PassedToService` for EC2.',
    leaveIt:
      'Another policy of the infrastructure role, which was not read, lets it pass this role.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
    ],
  },
  messages: {
    notPassed: (d: { role: string; patterns: readonly string[] }) =>
      `The infrastructure role may not pass \`${d.role}\` to EC2: ${
        d.patterns.length > 0
          ? `it may pass ${quoted(d.patterns)}`
          : 'it may pass no role'
      }.`,
    otherName: (d: { role: string }) =>
      `The name of \`${d.role}\` does not start with \`ecsInstanceRole\`: with the policy that AWS has for the infrastructure role, that one may not pass it to EC2.`,
  },
  *check({ compute, hosts, infrastructurePassRole }, { role }) {
    if (role === null || !compute.includes('managed-instances')) {
      return;
    }
    const isTheirs = isOfManagedInstances(role.arn, compute, hosts);
    if (!isTheirs.known) {
      yield { undecided: isTheirs };
    } else if (isTheirs.value) {
      const patterns = infrastructurePassRole.known
        ? infrastructurePassRole.value
        : [ofAws(role.arn)];
      if (!patterns.some(pattern => matches(pattern, role.arn))) {
        yield infrastructurePassRole.known
          ? {
              message: 'notPassed',
              data: { role: role.arn, patterns },
              at: '',
            }
          : { message: 'otherName', data: { role: role.arn }, at: '' };
      }
    }
  },
});

// Of AmazonECSInfrastructureRolePolicyForManagedInstances.
function ofAws(arn: string): string {
  const [, partition] = arn.split(':');
  return `arn:${partition}:iam::*:role/ecsInstanceRole*`;
}

// Of a service that also runs on other hosts, only those of Managed Instances matter.
function isOfManagedInstances(
  roleArn: string,
  compute: readonly string[],
  hosts: WantedEvidence['hosts'],
): Known<boolean> {
  if (hosts.known) {
    return known(
      hosts.value.some(
        host =>
          host.compute === 'managed-instances' &&
          host.roleArn.known &&
          host.roleArn.value === roleArn,
      ),
    );
  }
  const hasOthers = compute.some(
    each => each === 'ec2' || each === 'external' || each === 'unknown',
  );
  return hasOthers
    ? unknown('on which hosts the role is used is not known')
    : known(true);
}
