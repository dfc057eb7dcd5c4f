import type { Known, Role, RolePolicy } from '@ecs-iam/iam-analysis';

/** A policy of a role under the id by which findings point to it. */
export type IdentifiedPolicy = Readonly<{
  id: string;
  kind: RolePolicy['kind'] | 'boundary' | 'trust';
  name: string;
  arn: string | null;
  versionId: string | null;
  document: Known<string>;
}>;

/** Every document of a role that could be read: its policies, its boundary, its trust policy. */
export function policiesOf(role: Role): readonly IdentifiedPolicy[] {
  const boundary = role.boundary.known ? role.boundary.value : null;
  return [
    ...(role.policies.known ? role.policies.value.map(rolePolicy) : []),
    ...(boundary === null ? [] : [boundaryPolicy(boundary)]),
    trustPolicy(role),
  ];
}

/** A policy that is attached to a role or written into it. */
export function rolePolicy(policy: RolePolicy): IdentifiedPolicy {
  return {
    ...policy,
    id:
      policy.kind === 'inline'
        ? `inline:${policy.name}`
        : `managed:${policy.arn ?? policy.name}`,
  };
}

/** The policy that bounds what a role can have. */
export function boundaryPolicy(policy: RolePolicy): IdentifiedPolicy {
  return {
    ...policy,
    id: `boundary:${policy.arn ?? policy.name}`,
    kind: 'boundary',
  };
}

/** The policy that says who may assume a role. */
export function trustPolicy(role: Role): IdentifiedPolicy {
  return {
    id: 'trust',
    kind: 'trust',
    name: 'Trust policy',
    arn: null,
    versionId: null,
    document: role.trustPolicy,
  };
}
