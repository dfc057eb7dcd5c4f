import { known, unknown } from '../../known';
import type { Known } from '../../known';
import { parseArn } from '../names/arn';
import { resolveRoleArn } from '../names/roleArn';
import type { Host, HostTemplate, InstanceProfile } from '../service';
import type { ServiceContext } from '../serviceContext';

/**
 * The role of a running host, through its instance profile: profile and role may have different names. That of an
 * external host is the one that it is registered with in Systems Manager.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/iam-role-ecsanywhere.html
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
    return registeredRole(host, context);
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

// Nothing registers with Systems Manager without a role.
function registeredRole(
  { registeredRoleArn: role }: Host,
  { service }: ServiceContext,
): Known<string> {
  if (!role.known) {
    return role;
  }
  return role.value === null
    ? unknown(
        'Systems Manager does not say with which role the host is registered',
        'ssm:DescribeInstanceInformation',
      )
    : known(resolveRoleArn(role.value, service));
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
