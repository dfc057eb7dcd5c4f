import { GetRoleCommand, type Role as SdkRole } from '@aws-sdk/client-iam';
import { known, unknown, type Known, type Role } from '@ecs-iam/iam-analysis';
import { ask } from './ask';
import type { IamName } from './iamArn';
import { managed, readRolePolicies, type PolicyReader } from './rolePolicies';
import { roleFact, roleWithout, toRoleParts } from './toRole';

/**
 * Reads one role with its policies. Each part that cannot be read is unknown by itself: where only `iam:GetRole` is
 * denied, the policies are there all the same.
 */
export async function readRole(
  reader: PolicyReader,
  name: IamName,
): Promise<Role> {
  const answer = await ask(
    reader,
    { api: 'iam:GetRole', resources: [name.arn], leavesIncomplete: [] },
    () => reader.iam.send(new GetRoleCommand({ RoleName: name.name })),
  );
  if (!answer.known && answer.because === 'NotFound') {
    return roleWithout(name, 'not-found');
  }
  const role: Known<SdkRole> = answer.known
    ? roleOrUnknown(answer.value.Role)
    : answer;
  if (role.known && isAnotherRole(role.value, name)) {
    return roleWithout(name, 'not-found');
  }
  const policies = await readRolePolicies(reader, name);
  if (!role.known && !policies.known && policies.because === 'NotFound') {
    return roleWithout(name, 'not-found');
  }
  const parts = toRoleParts(role);
  return roleFact(name, role, {
    ...parts,
    policies,
    boundary: await readBoundary(reader, role),
  });
}

function roleOrUnknown(role: SdkRole | undefined): Known<SdkRole> {
  return role === undefined ? unknown('EmptyAnswer') : known(role);
}

// Names are unique in an account, whatever the path: a role with the name but another path is not the one that was
// named, and ECS could not assume the named one.
function isAnotherRole({ Arn }: SdkRole, name: IamName): boolean {
  return name.pathIsKnown && Arn !== undefined && Arn !== name.arn;
}

async function readBoundary(
  reader: PolicyReader,
  role: Known<SdkRole>,
): Promise<Role['boundary']> {
  if (!role.known) return role;
  const arn = role.value.PermissionsBoundary?.PermissionsBoundaryArn;
  return known(arn === undefined ? null : await managed(reader, arn));
}
