import { arnSegments } from '../../policy/arnPattern';
import { matchesUnescaped } from '../../policy/wildcard';
import { asPattern, type PolicyText } from '../policyText';
import { comparison, type Comparison } from './comparison';

/**
 * `ArnEquals`, `ArnLike` and their negations: "Each of the six colon-delimited components of the ARN is checked
 * separately and each can include" wildcards. What has fewer is no ARN; a star alone neither.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compareArns(given: string, wanted: PolicyText): Comparison {
  const segments = arnSegments(given);
  const patterns = arnSegments(asPattern(wanted));
  if (segments === null || patterns === null) {
    return 'unreadable';
  }
  return comparison(
    patterns.every((pattern, index) =>
      matchesUnescaped(pattern, segments[index]),
    ),
  );
}
