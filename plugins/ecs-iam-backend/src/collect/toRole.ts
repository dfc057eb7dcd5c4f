import type { Role as SdkRole } from '@aws-sdk/client-iam';
import {
  known,
  mapKnown,
  unknown,
  type Known,
  type Role,
} from '@ecs-iam/iam-analysis';
import type { IamName } from './iamArn';
import { decodeDocument } from './policyDocument';

type Parts = Pick<
  Role,
  'existence' | 'trustPolicy' | 'tags' | 'lastUsed' | 'createdAt'
>;

/** @returns what the answer of `GetRole` says, each part unknown for the same reason where there is no answer */
export function toRoleParts(role: Known<SdkRole>): Parts {
  return {
    existence: mapKnown(role, () => 'exists'),
    trustPolicy: part(role, ({ AssumeRolePolicyDocument: document }) =>
      document === undefined ? undefined : decodeDocument(document),
    ),
    tags: mapKnown(role, ({ Tags }) =>
      Object.fromEntries(
        (Tags ?? []).flatMap(({ Key, Value }) =>
          Key === undefined ? [] : [[Key, Value ?? '']],
        ),
      ),
    ),
    lastUsed: mapKnown(role, ({ RoleLastUsed }) => ({
      date: RoleLastUsed?.LastUsedDate?.toISOString() ?? null,
      region: RoleLastUsed?.Region ?? null,
    })),
    createdAt: part(role, ({ CreateDate }) => CreateDate?.toISOString()),
  };
}

function part<T>(
  role: Known<SdkRole>,
  of: (role: SdkRole) => T | undefined,
): Known<T> {
  if (!role.known) return role;
  const value = of(role.value);
  return value === undefined ? unknown('EmptyAnswer') : known(value);
}

/** The ARN and path are those of IAM where it gave them, so that a bare name becomes a full ARN. */
export function roleFact(
  name: IamName,
  role: Known<SdkRole>,
  parts: Parts & Pick<Role, 'policies' | 'boundary'>,
): Role {
  return {
    arn: (role.known && role.value.Arn) || name.arn,
    name: (role.known && role.value.RoleName) || name.name,
    path: (role.known && role.value.Path) || name.path,
    accountId: name.accountId,
    partition: name.partition,
    ...parts,
  };
}

/** @returns a role of which nothing but its name is known */
export function roleWithout(
  name: IamName,
  existence: 'not-found' | 'other-account',
): Role {
  const nothing = unknown(
    existence === 'not-found' ? 'NotFound' : 'OtherAccount',
  );
  return roleFact(name, nothing, {
    ...toRoleParts(nothing),
    existence: known(existence),
    policies: nothing,
    boundary: nothing,
  });
}
