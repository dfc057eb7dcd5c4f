import { coversUnescaped } from './coverage';
import { intersectsUnescaped } from './intersection';
import { matchesLiterals } from './literalMatch';
import { hasWildcard, type StepCounter } from './patternText';

/**
 * Patterns of the policy language: `*` is any text, `?` is any one character.
 * All functions are case-sensitive and take at most about (length of one) times (length of other) steps.
 */

/**
 * @param pattern - with wildcards
 * @param text - without
 * @param counter - for a test that bounds the steps
 * @returns whether the pattern matches the whole text
 * @public
 */
export function matches(
  pattern: string,
  text: string,
  counter?: StepCounter,
): boolean {
  return matchesLiterals(unescaped(pattern), literally(text), counter);
}

/**
 * Like {@link matches}, for a pattern that has no escapes (`${*}`, `${?}`, `${$}`) or no longer has them. What goes into
 * such a pattern as plain text is written by {@link literally}.
 */
export function matchesUnescaped(pattern: string, text: string): boolean {
  return matchesLiterals(pattern, literally(text));
}

/**
 * @param outer - a pattern
 * @param inner - a pattern
 * @param counter - for a test that bounds the steps
 * @returns whether `outer` matches every text that `inner` matches
 * @public
 */
export function covers(
  outer: string,
  inner: string,
  counter?: StepCounter,
): boolean {
  return coversUnescaped(unescaped(outer), unescaped(inner), counter);
}

/**
 * @param left - a pattern
 * @param right - a pattern
 * @param counter - for a test that bounds the steps
 * @returns whether some text matches both
 * @public
 */
export function intersects(
  left: string,
  right: string,
  counter?: StepCounter,
): boolean {
  return intersectsUnescaped(unescaped(left), unescaped(right), counter);
}

/** A text as a pattern that matches just this text; for {@link matchesUnescaped}. */
export function literally(text: string): string {
  return hasWildcard(text)
    ? text.replace(/[*?]/g, character => LITERALS[character])
    : text;
}

// `${*}`, `${?}` and `${$}` stand for the characters themselves. Here, a literal star or question mark is a letter that
// no policy holds, so that `*` and `?` are always wildcards.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
const LITERALS: Readonly<Record<string, string>> = {
  '*': '\uE000',
  '?': '\uE001',
  $: '$',
};

function unescaped(pattern: string): string {
  return pattern.includes('${')
    ? pattern.replace(/\$\{([*?$])\}/g, (_, character) => LITERALS[character])
    : pattern;
}
