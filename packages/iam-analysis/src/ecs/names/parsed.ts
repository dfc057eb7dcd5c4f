/**
 * What a parser returns: the value, or what is wrong with the text in words and what to write instead.
 * `reason` is for programs, `message` and `fix` are for people.
 *
 * @public
 */
export type Parsed<T, Reason extends string = string> =
  | Readonly<{ ok: true; value: T }>
  | Malformed<Reason>;

/** @public */
export type Malformed<Reason extends string = string> = Readonly<{
  ok: false;
  reason: Reason;
  message: string;
  fix: string;
}>;

/**
 * @param value - what was understood
 */
export function parsed<T>(value: T): Readonly<{ ok: true; value: T }> {
  return { ok: true, value };
}

/**
 * @param reason - the kind of fault
 * @param message - what is wrong, in a sentence
 * @param fix - what to write instead, in a sentence
 */
export function malformed<Reason extends string>(
  reason: Reason,
  message: string,
  fix: string,
): Malformed<Reason> {
  return { ok: false, reason, message, fix };
}
