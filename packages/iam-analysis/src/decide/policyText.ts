import { literally } from '../policy/wildcard';
import type { RequestContext } from './requestContext';

/** A part of a text of a policy: as it was written, or put in place of a variable, where a star is only a star. */
type Part = Readonly<{ text: string; isLiteral: boolean }>;

/** A text of a policy with its variables replaced. */
export type PolicyText = Readonly<{
  parts: readonly Part[];
  /**
   * The keys of variables that have no value, as they were written. Where there is one, the text matches nothing; as a
   * pattern, it is what the text might match if they had one.
   */
  lacks: readonly string[];
}>;

/** A text without variables, or one of the old policy language, in which they are plain text. */
export function plainText(text: string): PolicyText {
  return { parts: [{ text, isLiteral: false }], lacks: [] };
}

/**
 * Replaces the policy variables of a text: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters.
 *
 * @remarks
 * "The value is effectively null" for a key that has no value or is not in the request; a multivalued key cannot be a
 * variable. The page says too that in a resource, variables stand after the fifth colon only; AWS's own managed policies
 * have `${aws:PrincipalAccount}` before it, so that here they are replaced everywhere.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function replaceVariables(
  text: string,
  context: RequestContext,
): PolicyText {
  if (!text.includes('${')) {
    return plainText(text);
  }
  const parts: Part[] = [];
  const lacks: string[] = [];
  let readUntil = 0;
  for (
    let variable = nextVariable(text, 0);
    variable !== null;
    variable = nextVariable(text, variable.end)
  ) {
    const { start, end, key, otherwise } = variable;
    parts.push({ text: text.slice(readUntil, start), isLiteral: false });
    const value = valueOf(key, context) ?? otherwise;
    if (value === null) {
      lacks.push(key);
      parts.push({ text: '*', isLiteral: false });
    } else {
      parts.push({ text: value, isLiteral: true });
    }
    readUntil = end;
  }
  parts.push({ text: text.slice(readUntil), isLiteral: false });
  return { parts, lacks };
}

/** The text as a pattern for `matchesUnescaped`. */
export function asPattern({ parts }: PolicyText): string {
  return parts
    .map(({ text, isLiteral }) => (isLiteral ? literally(text) : text))
    .join('');
}

/** The text for operators without wildcards. */
export function asWritten({ parts }: PolicyText): string {
  return parts.map(({ text }) => text).join('');
}

type Variable = Readonly<{
  start: number;
  end: number;
  key: string;
  otherwise: string | null;
}>;

function nextVariable(text: string, from: number): Variable | null {
  const start = text.indexOf('${', from);
  const end = start < 0 ? -1 : text.indexOf('}', start);
  if (end < 0) {
    return null;
  }
  const name = text.slice(start + 2, end);
  const comma = name.indexOf(", '");
  if (comma < 0) {
    return { start, end: end + 1, key: name, otherwise: null };
  }
  // The default may hold a brace.
  const quote = start + 2 + comma + 3;
  const close = text.indexOf("'}", quote);
  return close < 0
    ? { start, end: end + 1, key: name, otherwise: null }
    : {
        start,
        end: close + 2,
        key: name.slice(0, comma),
        otherwise: text.slice(quote, close),
      };
}

function valueOf(key: string, context: RequestContext): string | null {
  if (key === '*' || key === '?' || key === '$') {
    return key;
  }
  const value = context.get(key.toLowerCase());
  return typeof value === 'string' && value !== '' ? value : null;
}
