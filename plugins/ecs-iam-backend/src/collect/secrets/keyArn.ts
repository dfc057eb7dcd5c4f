import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/**
 * @param key - as Secrets Manager and Systems Manager name it: an id, an ARN, or an alias, alone or in an ARN
 * @returns the ARN of a key of the customer's, or of the alias where the key is named by one; `null` for a key of AWS's
 *   own, which nobody needs a permission for
 */
export function keyArn(
  key: string | undefined,
  { partition, region, accountId }: Target,
): string | null {
  if (key === undefined || key === '') return null;
  if (/(^|:)alias\/aws\//.test(key)) return null;
  if (key.startsWith('arn:')) return key;
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}
