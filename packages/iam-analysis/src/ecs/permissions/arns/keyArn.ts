import { accountFault, parseArn } from '../../names/arn';
import { nameIn, resolved, unresolvable, type Resolved } from '../resolved';
import { isRegion } from './ownArn';

/**
 * Policies name keys by their ARN: an alias in the resource of a statement is the alias, not the key.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html
 *
 * @param text - ARN, id or alias of a KMS key
 */
export function resolveKeyArn(text: string): Resolved<string> {
  const key = nameIn(text.trim(), 'the KMS key', /^[\w:/-]+$/);
  if (!key.ok) {
    return key;
  }
  const arn = parseArn(key.value);
  const isKey =
    arn.ok &&
    arn.value.service === 'kms' &&
    isRegion(arn.value.region) &&
    accountFault(arn.value.accountId) === null &&
    /^key\/[\w-]+$/.test(arn.value.resource);
  return isKey
    ? resolved(key.value)
    : unresolvable(
        `'${key.value}' is not the ARN of a KMS key, which policies name it by: with the ARN it can be resolved`,
      );
}
