import type { OperatorTraits } from '../../policy/conditionOperators';
import type { PolicyText } from '../policyText';
import { compareAddresses } from './addresses';
import { compareArns } from './arns';
import { compareBinaries } from './binaries';
import { compareBooleans } from './booleans';
import { comparison, type Comparison } from './comparison';
import { compareOrdered } from './ordered';
import { compareStrings } from './strings';

/**
 * Compares a value of the request with a value of the policy. Whether the operator is negated does not matter here.
 *
 * @param given - of the request
 * @param wanted - of the policy, with its variables replaced
 */
export function compare(
  given: string,
  wanted: PolicyText,
  traits: OperatorTraits,
): Comparison {
  if (wanted.lacks.length > 0) {
    return 'no-value';
  }
  switch (traits.family) {
    case 'string':
      return compareStrings(given, wanted, traits);
    case 'numeric':
    case 'date':
      return compareOrdered(given, wanted, traits);
    case 'bool':
      return compareBooleans(given, wanted);
    case 'binary':
      return compareBinaries(given, wanted);
    case 'ip':
      return compareAddresses(given, wanted);
    case 'arn':
      return compareArns(given, wanted);
    case 'null':
      // Asks for the key, not for its value.
      return comparison(false);
    default:
      return traits satisfies never;
  }
}
