import {
  operatorTraits,
  type OperatorFamily,
} from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';

/**
 * Whether an operator compares another type of value than a global condition key has: it may then never match.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Data type"
 *
 * @returns the reason in words; `null` when they go together, or when the type of the key is not known
 */
export function keyTypeFault({ operator, key }: Condition): string | null {
  const type = TYPES.get(key.toLowerCase());
  const family = operatorTraits(operator)?.family;
  return type === undefined ||
    family === undefined ||
    family === 'null' ||
    type.families.includes(family)
    ? null
    : `'${key}' is ${type.name}, which '${operator}' does not compare`;
}

type KeyType = Readonly<{ name: string; families: readonly OperatorFamily[] }>;

const address: KeyType = { name: 'an IP address', families: ['ip'] };
const moment: KeyType = { name: 'a date', families: ['date', 'numeric'] };
const amount: KeyType = { name: 'a number', families: ['numeric'] };
const truth: KeyType = { name: 'true or false', families: ['bool'] };

const text: KeyType = { name: 'text', families: ['string'] };
// AWS recommends the ARN operators, and takes those for text.
const arn: KeyType = { name: 'an ARN', families: ['arn', 'string'] };

const TYPES: ReadonlyMap<string, KeyType> = new Map([
  ['aws:sourceip', address],
  ['aws:vpcsourceip', address],
  ['aws:currenttime', moment],
  ['aws:epochtime', moment],
  ['aws:tokenissuetime', moment],
  ['aws:multifactorauthage', amount],
  ['aws:multifactorauthpresent', truth],
  ['aws:principalisawsservice', truth],
  ['aws:securetransport', truth],
  ['aws:viaawsservice', truth],
  ['aws:principalaccount', text],
  ['aws:principalorgid', text],
  ['aws:referer', text],
  ['aws:requestedregion', text],
  ['aws:resourceaccount', text],
  ['aws:resourceorgid', text],
  ['aws:sourceaccount', text],
  ['aws:sourceorgid', text],
  ['aws:sourcevpc', text],
  ['aws:sourcevpce', text],
  ['aws:useragent', text],
  ['aws:userid', text],
  ['aws:username', text],
  ['aws:principalarn', arn],
  ['aws:sourcearn', arn],
]);
