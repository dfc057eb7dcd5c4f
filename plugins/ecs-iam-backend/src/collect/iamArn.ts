import { parse, validate } from '@aws-sdk/util-arn-parser';
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
    if (name === '') return undefined;
    const arn = `arn:${partition}:iam::${accountId}:${type}/${name}`;
    return { arn, name, path: '/', accountId, partition, pathIsKnown: false };
  }
  if (!validate(value)) return undefined;
  const arn = parse(value);
  const [, path, name] =
    /^[a-z-]+(\/(?:.*\/)?)([^/]+)$/.exec(arn.resource) ?? [];
  const isOfType = arn.service === 'iam' && arn.resource.startsWith(`${type}/`);
  if (!isOfType || path === undefined || name === undefined) return undefined;
  return {
    arn: value,
    name,
    path,
    accountId: arn.accountId,
    partition: arn.partition,
    pathIsKnown: true,
  };
}
