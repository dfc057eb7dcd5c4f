/**
 * A fact that was asked for. One that could not be read says why, and which IAM permission would let it be read;
 * it never looks like an empty value.
 *
 * @public
 */
export type Known<T> =
  | Readonly<{ known: true; value: T }>
  | Readonly<{ known: false; because: string; needs?: string }>;

/** @public */
export type Unknown = Extract<Known<never>, { known: false }>;

/**
 * @param value - the fact as it was read
 * @public
 */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/**
 * @param because - why the fact could not be read: an AWS error code such as `AccessDenied`, or a short reason
 * @param needs - the IAM permission whose lack is the cause, such as `iam:GetRole`
 * @public
 */
export function unknown(because: string, needs?: string): Unknown {
  return needs === undefined
    ? { known: false, because }
    : { known: false, because, needs };
}

/**
 * Applies a pure function to a fact when it is known.
 *
 * @public
 */
export function mapKnown<T, U>(
  fact: Known<T>,
  change: (value: T) => U,
): Known<U> {
  return fact.known ? known(change(fact.value)) : fact;
}
