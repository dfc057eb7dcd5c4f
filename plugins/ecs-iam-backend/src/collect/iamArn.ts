import { parse, validate } from '@aws-sdk/util-arn-parser';
import { isRoleName } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** What an ARN or a bare name says of a role or an instance profile. */
export type IamName = Readonly<{
  arn: string;
  name: string;
  path: string;
  accountId: string;
  partition: string;
  /** A bare name says nothing of the path: IAM knows it. */
  pathIsKnown: boolean;
}>;

/**
 * @param value - an ARN, or the bare name that ECS and Auto Scaling take as well (which lies in the target's account)
 * @returns nothing when it is an ARN of something else
 */
export function iamName(
  type: 'role' | 'instance-profile',
  value: string,
  { accountId, partition }: Pick<Target, 'accountId' | 'partition'>,
): IamName | undefined {
  if (!value.startsWith('arn:')) {
    const name = value.slice(value.lastIndexOf('/') + 1);
    if (!isNameOf(type, name)) return undefined;
    const arn = `arn:${partition}:iam::${accountId}:${type}/${name}`;
    return { arn, name, path: '/', accountId, partition, pathIsKnown: false };
  }
  if (!validate(value)) return undefined;
  const arn = parse(value);
  const [, path, name] =
    /^[a-z-]+(\/(?:.*\/)?)([^/]+)$/.exec(arn.resource) ?? [];
  const isOfType = arn.service === 'iam' && arn.resource.startsWith(`${type}/`);
  if (!isOfType || path === undefined || name === undefined) return undefined;
  if (!isNameOf(type, name) || !/^\d{12}$/.test(arn.accountId))
    return undefined;
  return {
    arn: value,
    name,
    path,
    accountId: arn.accountId,
    partition: arn.partition,
    pathIsKnown: true,
  };
}

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html */
function isNameOf(type: 'role' | 'instance-profile', name: string): boolean {
  return type === 'role' ? isRoleName(name) : /^[\w+=,.@-]{1,128}$/.test(name);
}
