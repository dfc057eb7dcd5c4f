import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import type {
  InstanceProfileDefinition,
  ManagedPolicyDefinition,
  RoleDefinition,
} from '../../fleet/types';

/** A managed policy of the company. */
export async function seedPolicy(
  iam: IAMClient,
  policy: ManagedPolicyDefinition,
): Promise<void> {
  await iam.send(
    new CreatePolicyCommand({
      PolicyName: policy.name,
      PolicyDocument: JSON.stringify(policy.document),
    }),
  );
}

/** A role with its inline policies, then those that are attached. */
export async function seedRole(
  iam: IAMClient,
  role: RoleDefinition,
): Promise<void> {
  await iam.send(
    new CreateRoleCommand({
      RoleName: role.name,
      Path: role.path,
      AssumeRolePolicyDocument: JSON.stringify(role.trust),
      ...(role.boundary && { PermissionsBoundary: role.boundary }),
      Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  for (const [PolicyName, document] of Object.entries(role.inline)) {
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: role.name,
        PolicyName,
        PolicyDocument: JSON.stringify(document),
      }),
    );
  }
  for (const PolicyArn of role.attached) {
    await iam.send(
      new AttachRolePolicyCommand({ RoleName: role.name, PolicyArn }),
    );
  }
}

/** An instance profile with its one role. */
export async function seedInstanceProfile(
  iam: IAMClient,
  profile: InstanceProfileDefinition,
): Promise<void> {
  const InstanceProfileName = profile.name;
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(
    new AddRoleToInstanceProfileCommand({
      InstanceProfileName,
      RoleName: profile.role,
    }),
  );
}
