import { contains, readNetwork } from '../../policy/network';
import { asWritten, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

/**
 * `IpAddress` and `NotIpAddress`: an address in a range.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function compareAddresses(
  given: string,
  wanted: PolicyText,
): Comparison {
  const address = readNetwork(given);
  const range = readNetwork(asWritten(wanted));
  return address === null || range === null
    ? 'unreadable'
    : comparison(contains(range, address));
}
