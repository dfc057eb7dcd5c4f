import type { Clause } from '../policy/types';
import { wholeArn } from '../policy/arnPattern';
import { matchesUnescaped } from '../policy/wildcard';
import { asPattern, plainText, replaceVariables } from './policyText';
import type { RequestContext } from './requestContext';

/**
 * Whether a statement names the action. Letter case does not matter; nothing is trimmed.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function namesAction({ kind, patterns }: Clause, action: string) {
  const lower = action.toLowerCase();
  const isListed = patterns.some(
    pattern =>
      // What names no service is no action, but for the star alone.
      (pattern.includes(':') || /^\*+$/.test(pattern)) &&
      matchesUnescaped(pattern.toLowerCase(), lower),
  );
  return isListed === (kind === 'only');
}

/** Whether a statement names the resource, and the keys of variables without which that may be otherwise. */
export type ResourceMatch = Readonly<{
  isNamed: boolean;
  lacks: readonly string[];
}>;

/**
 * Whether a statement names the resource. A pattern with a variable that has no value "will not match any resource", in
 * `Resource` and `NotResource` alike.
 *
 * @param context - `null` in the old policy language, in which variables are plain text
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function namesResource(
  { kind, patterns }: Clause,
  resource: string,
  context: RequestContext | null,
): ResourceMatch {
  const lacks: string[] = [];
  for (const pattern of patterns) {
    const text = context
      ? replaceVariables(pattern, context)
      : plainText(pattern);
    if (matchesUnescaped(wholeArn(asPattern(text)), resource)) {
      if (text.lacks.length === 0) {
        return { isNamed: kind === 'only', lacks: [] };
      }
      lacks.push(...text.lacks);
    }
  }
  return { isNamed: kind === 'all-but', lacks };
}
