import { known, unknown } from '../../known';
import type { Known } from '../../known';
import { parseArn } from '../names/arn';
import type { Host, HostTemplate, InstanceProfile } from '../service';
import type { ServiceContext } from '../serviceContext';

/**
 * The role of a running host, through its instance profile. Profile and role may have different names.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 *
 * @param host - a container instance
 * @param context - holds the instance profiles that could be read
 * @returns the role's ARN; `null` when the host has no profile, or the profile no role
 */
export function roleOfHost(
  host: Host,
  context: ServiceContext,
): Known<string | null> {
  if (host.external) {
    return unknown(
      'the role of an external host is known to Systems Manager, which is not read yet',
      'ssm:DescribeInstanceInformation',
    );
  }
  const profile = host.instanceProfileArn;
  return profile.known ? roleOfProfile(profile.value, context) : profile;
}

/**
 * @param template - what a new host would get
 * @param context - holds the instance profiles that could be read
 * @returns the role's ARN; `null` when the template names no profile, or the profile holds no role
 */
export function roleOfTemplate(
  template: HostTemplate,
  context: ServiceContext,
): Known<string | null> {
  return roleOfProfile(template.instanceProfile, context);
}

function roleOfProfile(
  nameOrArn: string | null,
  { instanceProfiles, service }: ServiceContext,
): Known<string | null> {
  if (nameOrArn === null) {
    return known(null);
  }
  const profile =
    instanceProfiles.get(nameOrArn) ??
    [...instanceProfiles.values()].find(
      candidate =>
        candidate.name === nameOrArn &&
        accountOf(candidate) === service.accountId,
    );
  return profile
    ? profile.roleArn
    : unknown(
        `the instance profile ${lastPart(nameOrArn)} could not be read`,
        'iam:GetInstanceProfile',
      );
}

function accountOf({ arn }: InstanceProfile): string | null {
  const result = parseArn(arn);
  return result.ok ? result.value.accountId : null;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
