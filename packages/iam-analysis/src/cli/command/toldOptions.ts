import type { Told } from '../evidence/Case';
import { computeNamed, launchTypes, toldForms } from '../evidence/parseTold';
import { oneOfOption } from './oneOfOption';
import type { Given, OptionSpec } from './Spec';
import { UsageError } from './UsageError';

export type ToldOption = 'account' | 'region' | 'partition' | 'launch-type';

/** Where tasks run, for inputs that do not tell. */
export const toldOptions: Readonly<Record<ToldOption, OptionSpec>> = {
  account: {
    value: 'ID',
    says: 'The AWS account of the tasks, for an input whose ARNs do not tell',
  },
  region: { value: 'REGION', says: 'Their Region, likewise' },
  partition: {
    value: 'PARTITION',
    says: 'Their partition; without it, that of the Region',
  },
  'launch-type': {
    value: 'TYPE',
    says: `Where they run: ${Object.keys(launchTypes).join(
      ', ',
    )}; without it, as the service or the task definition says`,
  },
};

/** @throws a `UsageError` that says what was expected */
export function toldBy<Name extends string>(
  given: Given<Name | ToldOption>,
): Told {
  const launchType = oneOfOption(
    given,
    'launch-type',
    Object.keys(launchTypes),
  );
  return {
    accountId: formed(given, 'account'),
    region: formed(given, 'region'),
    partition: formed(given, 'partition'),
    compute: launchType === null ? null : computeNamed(launchType),
  };
}

function formed<Name extends string>(
  given: Given<Name | ToldOption>,
  option: keyof typeof toldForms,
): string | null {
  const [value] = given.values(option);
  const { pattern, what } = toldForms[option];
  if (value !== undefined && !pattern.test(value)) {
    throw new UsageError(`--${option} ${value}: expected ${what}`);
  }
  return value ?? null;
}
