import type { DecisionRequest } from './decision';

/** What the request has for a key: one value, or the values of a multivalued key. */
export type ContextValue = string | readonly string[];

/** The condition keys of a request. Their names are not case-sensitive: here they are lower-case. */
export type RequestContext = ReadonlyMap<string, ContextValue>;

/**
 * @param context - as the caller gives it; a list without values is as good as no key
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function requestContext(
  context: DecisionRequest['context'],
): RequestContext {
  return new Map(
    Object.entries(context)
      .filter(([, value]) => typeof value === 'string' || value.length > 0)
      .map(([key, value]) => [key.toLowerCase(), value]),
  );
}
