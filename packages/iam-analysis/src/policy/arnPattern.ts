/**
 * The six parts of an ARN or of a pattern for ARNs: `arn`, partition, service, region, account and resource, which may hold
 * colons itself.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @returns `null` for a text of fewer parts
 */
export function arnSegments(arn: string): string[] | null {
  const segments = arn.split(':');
  return segments.length < 6
    ? null
    : [...segments.slice(0, 5), segments.slice(5).join(':')];
}

/**
 * A pattern of `Resource` with all parts: in policies of a role and in boundaries, those that a short ARN lacks behave as
 * `*`.
 *
 * @param pattern - with its policy variables replaced
 */
export function wholeArn(pattern: string): string {
  const missing = 6 - pattern.split(':').length;
  return missing > 0 && pattern.startsWith('arn:')
    ? pattern + ':*'.repeat(missing)
    : pattern;
}
