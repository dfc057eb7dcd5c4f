import type { RoleNeeds } from '../../permission';
import { roleNeeds } from '../../roleNeeds';

/** Options of an output, whose names are read in any letter case. */
export type OutputOptions = Readonly<{
  /** The field. */
  at: string;
  /** @returns the first of the options that is given */
  value(...names: string[]): string | undefined;
  /** @returns the field of the first of the options that is given */
  field(...names: string[]): string;
}>;

/**
 * @param options - of the log driver, which are those of the output
 * @param at - the field that holds them
 */
export function outputOptions(
  options: Readonly<Record<string, string>>,
  at: string,
): OutputOptions {
  const find = (names: readonly string[]) =>
    names
      .map(name =>
        Object.entries(options).find(([key]) => key.toLowerCase() === name),
      )
      .find(each => each !== undefined);
  return {
    at,
    value: (...names) => find(names)?.[1],
    field: (...names) => {
      const key = find(names)?.[0];
      return key === undefined ? at : `${at}.${key}`;
    },
  };
}

/** An output to AWS whose target cannot be named. */
export function unnamedTarget(
  because: string,
  phrase: string,
  why: string,
  actions: readonly string[],
): RoleNeeds {
  return roleNeeds({
    required: true,
    unresolved: [{ row: 'T6', certain: true, because, phrase, why, actions }],
  });
}

/** What people see of it: FireLens retries, then drops. */
export function outputFailure(output: string): string {
  return `FireLens cannot send logs to ${output} and drops them: AccessDeniedException`;
}
