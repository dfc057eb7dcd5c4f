import type { Malformed } from '../names/parsed';

/**
 * What a field names, or why it cannot be told from the field: in a sentence without a full stop, which also says what
 * would help.
 */
export type Resolved<T> = Readonly<{ ok: true; value: T }> | Unresolvable;

export type Unresolvable = Readonly<{ ok: false; why: string }>;

/** @param value - that a field names */
export function resolved<T>(value: T): Resolved<T> {
  return { ok: true, value };
}

/** @param why - in a sentence without a full stop, with what would help */
export function unresolvable(why: string): Unresolvable {
  return { ok: false, why };
}

/** @param fault - of a parser */
export function unresolvableFor({ message, fix }: Malformed): Unresolvable {
  const advice = fix.charAt(0).toLowerCase() + fix.slice(1).replace(/\.$/, '');
  return unresolvable(`${message}: ${advice}`);
}

// `${...}` of CloudFormation, Terraform and shells; `{{resolve:...}}` of CloudFormation.
const VARIABLE = /\$\{[^}]*\}?|\{\{[^}]*(?:\}\})?/;

/**
 * Text with a variable of a template says nothing for sure: neither the name nor what kind of thing is named.
 *
 * @param text - of a field
 * @param what - the field names, such as "the image"
 * @returns `null` for text without variables
 */
export function variableIn(text: string, what: string): Unresolvable | null {
  const variable = VARIABLE.exec(text)?.[0];
  return variable === undefined
    ? null
    : unresolvable(
        `${what} holds ${variable}, a variable of a template: with its value it can be resolved`,
      );
}

/**
 * @param text - of a field, or nothing
 * @param what - it names, such as "the log group"
 * @param pattern - that such names fit in full
 */
export function nameIn(
  text: string | null | undefined,
  what: string,
  pattern: RegExp,
): Resolved<string> {
  if (text === null || text === undefined || text.trim() === '') {
    return unresolvable(`${what} is not named: name it`);
  }
  const variable = variableIn(text, what);
  if (variable !== null) {
    return variable;
  }
  return pattern.test(text)
    ? resolved(text)
    : unresolvable(`'${text}' cannot be the name of ${what}: correct it`);
}

/** Applies a pure function to what could be resolved. */
export function mapResolved<T, U>(
  found: Resolved<T>,
  change: (value: T) => U,
): Resolved<U> {
  return found.ok ? resolved(change(found.value)) : found;
}
