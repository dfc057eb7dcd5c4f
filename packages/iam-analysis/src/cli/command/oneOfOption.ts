import type { Given } from './Spec';
import { UsageError } from './UsageError';

/**
 * The value of an option that takes one of a few.
 *
 * @returns `null` when the option is not given
 * @throws a `UsageError` that lists what it takes
 */
export function oneOfOption<Name extends string, Value extends string>(
  given: Given<Name>,
  option: Name,
  allowed: readonly Value[],
): Value | null {
  const [value] = given.values(option);
  const found = allowed.find(each => each === value);
  if (value !== undefined && found === undefined) {
    throw new UsageError(
      `--${option} ${value}: expected one of ${allowed.join(', ')}`,
    );
  }
  return found ?? null;
}
